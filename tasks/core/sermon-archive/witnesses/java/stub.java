public class Solution {
    public static String sermonLines(String folder, String pattern) {
        return "Nothing was found.";
    }
}
