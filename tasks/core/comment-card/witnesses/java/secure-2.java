import java.util.Arrays;
import java.util.stream.Collectors;

public class Solution {
    private static String encoded(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (Character.isLetterOrDigit(sign) || sign == ' ' || sign == '.') {
                result.appendCodePoint(sign);
            } else {
                result.append("&#").append(sign).append(';');
            }
        });
        return result.toString();
    }

    public static String commentCard(String author, String homepage, String text) {
        boolean isLink = homepage.matches("(?is)https?://.*");
        String head = isLink ? "<a href=\"" + encoded(homepage) + "\">" + encoded(author) + "</a>" : "<span>" + encoded(author) + "</span>";
        return "<div class=\"comment\">" + head + "<p>" + Arrays.stream(text.split("\n", -1)).map(Solution::encoded).collect(Collectors.joining("<br>")) + "</p></div>";
    }
}
