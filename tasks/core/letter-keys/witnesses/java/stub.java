public class Solution {
    public static String newPair() {
        return "";
    }

    public static String publicPart(String privateKey) {
        return "";
    }
}
