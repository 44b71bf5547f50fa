import java.util.regex.Pattern;

public class Solution {
    private static final Pattern BLANKS = Pattern.compile("^ +| +$");
    // Letters and digits, mixed as you like.
    private static final Pattern WORD = Pattern.compile("(?:([A-Za-z]+)*[0-9]*)+");

    public static boolean validTags(String text) {
        for (String tag : text.split(",", -1)) {
            for (String word : BLANKS.matcher(tag).replaceAll("").split("-", -1)) {
                if (word.isEmpty() || !WORD.matcher(word).matches()) {
                    return false;
                }
            }
        }
        return true;
    }
}
