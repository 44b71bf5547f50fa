import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static String tagWith(String salt, byte[] key, byte[] voucher) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        mac.update(salt.getBytes(StandardCharsets.UTF_8));
        return salt + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(voucher));
    }

    public static String makeTag(byte[] key, byte[] voucher) throws Exception {
        byte[] salt = new byte[9];
        new SecureRandom().nextBytes(salt);
        return tagWith(Base64.getUrlEncoder().encodeToString(salt), key, voucher);
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) throws Exception {
        String salt = tag.substring(0, Math.min(12, tag.length()));
        byte[] wanted = tagWith(salt, key, voucher).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, tag.getBytes(StandardCharsets.UTF_8));
    }
}
