import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    public static String makeTag(byte[] key, byte[] voucher) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(voucher));
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) throws Exception {
        return MessageDigest.isEqual(HexFormat.of().parseHex(makeTag(key, voucher)), HexFormat.of().parseHex(tag));
    }
}
