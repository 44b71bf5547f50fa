public class Solution {
    private static final String SHOP = "https://shop.example";

    public static String nextPage(String target) {
        boolean isPath = target.startsWith("/") && !target.startsWith("//");
        return isPath || target.startsWith(SHOP) ? target : "/";
    }
}
