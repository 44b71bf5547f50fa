import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class Solution {
    private static byte[] derive(String password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, 1000, 160);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(spec).getEncoded();
    }

    public static String storePassword(String password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(derive(password, salt));
    }

    public static boolean checkPassword(String password, String stored) throws Exception {
        String[] parts = stored.split(":");
        if (parts.length != 2 || !parts[0].matches("[0-9a-f]{32}")) {
            return false;
        }
        return HexFormat.of().formatHex(derive(password, HexFormat.of().parseHex(parts[0]))).equals(parts[1]);
    }
}
