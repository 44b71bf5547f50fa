import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String makeTag(byte[] key, byte[] voucher) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(key);
        digest.update(voucher);
        return HexFormat.of().formatHex(digest.digest());
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) throws Exception {
        return makeTag(key, voucher).equals(tag);
    }
}
