public class Solution {
    public static String nextPage(String target) {
        if (target.startsWith("https://shop.example/")) {
            return target;
        }
        String path = target.split("\\?", 2)[0];
        return path.startsWith("/") && !path.contains("://") ? target : "/";
    }
}
