public class Solution {
    public static boolean validTags(String text) {
        if (text.length() > 200) {
            return false;
        }
        for (String tag : text.split(",", -1)) {
            if (!tag.matches(" *[A-Za-z0-9]+(-[A-Za-z0-9]+)* *")) {
                return false;
            }
        }
        return true;
    }
}
