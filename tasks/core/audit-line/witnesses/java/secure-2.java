import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class Solution {
    private static final Pattern SPECIAL = Pattern.compile("[\"\\\\]|[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");
    private static final Pattern WRITTEN = Pattern.compile("\\\\(?:<(\\d+)>|(.))");
    private static final Pattern USER = Pattern.compile("^user=\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private static String quoted(String text) {
        return SPECIAL.matcher(text).replaceAll(found -> {
            String sign = found.group();
            boolean isPlain = sign.equals("\"") || sign.equals("\\");
            return Matcher.quoteReplacement("\\" + (isPlain ? sign : "<" + (int) sign.charAt(0) + ">"));
        });
    }

    private static String unquoted(String text) {
        return WRITTEN.matcher(text).replaceAll(found -> {
            String code = found.group(1);
            return Matcher.quoteReplacement(code == null ? found.group(2) : Character.toString(Integer.parseInt(code)));
        });
    }

    private static String userOf(String line) {
        Matcher found = USER.matcher(line);
        if (!found.find()) {
            throw new IllegalArgumentException("not a line of the log: " + line);
        }
        return unquoted(found.group(1));
    }

    public static String auditLine(String user, String action) {
        return String.format("user=\"%s\" action=\"%s\"", quoted(user), quoted(action));
    }

    public static List<String> usersOf(String log) {
        return log.lines().map(Solution::userOf).collect(Collectors.toList());
    }
}
