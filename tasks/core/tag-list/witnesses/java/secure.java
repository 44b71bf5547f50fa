public class Solution {
    private static boolean isLetterOrDigit(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
    }

    private static boolean isTag(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        for (String word : text.substring(start, end).split("-", -1)) {
            if (word.isEmpty() || !word.chars().allMatch(sign -> isLetterOrDigit((char) sign))) {
                return false;
            }
        }
        return true;
    }

    public static boolean validTags(String text) {
        for (String tag : text.split(",", -1)) {
            if (!isTag(tag)) {
                return false;
            }
        }
        return true;
    }
}
