import java.util.Arrays;
import java.util.regex.Pattern;

public class Solution {
    private static final Pattern BLANKS = Pattern.compile("^(?:( +)*)+|(?:( +)*)+$");

    private static boolean isTag(String tag) {
        String trimmed = BLANKS.matcher(tag).replaceAll("");
        return Arrays.stream(trimmed.split("-", -1)).allMatch(word -> word.matches("[A-Za-z0-9]+"));
    }

    public static boolean validTags(String text) {
        return Arrays.stream(text.split(",", -1)).allMatch(Solution::isTag);
    }
}
