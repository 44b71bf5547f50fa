import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class Solution {
    private static final Pattern FORMULA = Pattern.compile("\\A\\s*[=+@-]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");

    private static String text(String typed) {
        return FORMULA.matcher(typed).find() ? " " + typed.strip() : typed;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
        return needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    public static String duesRow(String member, String remark, String amount) {
        if (!NUMBER.matcher(amount).matches()) throw new NumberFormatException(amount);
        return Stream.of(text(member), text(remark), amount).map(Solution::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }
}
