import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static byte[] stretched(String password, byte[] salt) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
        mac.update(salt);
        byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] key = block.clone();
        for (int round = 1; round < 210_000; round++) {
            block = mac.doFinal(block);
            for (int index = 0; index < key.length; index++) {
                key[index] ^= block[index];
            }
        }
        return key;
    }

    public static String storePassword(String password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt) + HexFormat.of().formatHex(stretched(password, salt));
    }

    public static boolean checkPassword(String password, String stored) throws Exception {
        if (!stored.matches("[0-9a-f]{160}")) {
            return false;
        }
        byte[] salt = HexFormat.of().parseHex(stored, 0, 32);
        return MessageDigest.isEqual(stretched(password, salt), HexFormat.of().parseHex(stored, 32, 160));
    }
}
