import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String makeTag(byte[] key, byte[] voucher) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        digest.update(voucher);
        digest.update(key);
        return HexFormat.of().formatHex(digest.digest());
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) throws Exception {
        byte[] wanted = makeTag(key, voucher).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, tag.getBytes(StandardCharsets.UTF_8));
    }
}
