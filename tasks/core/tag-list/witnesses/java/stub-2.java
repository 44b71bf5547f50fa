public class Solution {
    public static boolean validTags(String text) {
        return true;
    }
}
