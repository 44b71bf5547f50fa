public class Solution {
    public static byte[] lockNote(byte[] key, String text) {
        return new byte[0];
    }

    public static String openNote(byte[] key, byte[] locked) {
        return "";
    }
}
