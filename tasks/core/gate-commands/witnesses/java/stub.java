public class Solution {
    public static String makeCommand(byte[] key, int serial, String action) {
        return "";
    }

    public static String obeyCommand(byte[] key, String command) {
        return "";
    }
}
