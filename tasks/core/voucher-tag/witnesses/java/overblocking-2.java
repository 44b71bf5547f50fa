import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    public static String makeTag(byte[] key, byte[] voucher) throws Exception {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key is too short");
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(voucher));
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) throws Exception {
        byte[] wanted = makeTag(key, voucher).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, tag.getBytes(StandardCharsets.UTF_8));
    }
}
