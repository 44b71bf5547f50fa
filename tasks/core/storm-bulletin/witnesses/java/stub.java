public class Solution {
    public static String writeBulletin(byte[] key, String method, String text) {
        return "";
    }

    public static String readBulletin(byte[] key, String bulletin) {
        return "";
    }
}
