import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

public class Solution {
    private static byte[] digestOf(String password, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(salt);
        return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    }

    public static String storePassword(String password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt) + "$" + HexFormat.of().formatHex(digestOf(password, salt));
    }

    public static boolean checkPassword(String password, String stored) throws Exception {
        String[] parts = stored.split("\\$");
        if (parts.length != 2 || parts[0].length() != 32 || parts[1].length() != 128) {
            return false;
        }
        byte[] found = digestOf(password, HexFormat.of().parseHex(parts[0]));
        return MessageDigest.isEqual(found, HexFormat.of().parseHex(parts[1]));
    }
}
