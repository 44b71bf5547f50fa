public class Solution {
    public static String makeTag(byte[] key, byte[] voucher) {
        return "tag";
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) {
        return false;
    }
}
