public class Solution {
    public static String nextPage(String target) {
        int path = target.startsWith("https://shop.example/") ? "https://shop.example".length() : 0;
        if (target.isEmpty() || target.charAt(path) != '/') {
            return "/";
        }
        return target.length() > path + 1 && target.charAt(path + 1) == '/' ? "/" : target;
    }
}
