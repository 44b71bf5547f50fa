import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class Solution {
    private static final int ROUNDS = 310_000;

    private static byte[] derive(String password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    public static String storePassword(String password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return ROUNDS + "$" + Base64.getEncoder().encodeToString(salt) + "$" + Base64.getEncoder().encodeToString(derive(password, salt));
    }

    public static boolean checkPassword(String password, String stored) throws Exception {
        String[] parts = stored.split("\\$");
        if (parts.length != 3 || !parts[0].equals(Integer.toString(ROUNDS))) {
            return false;
        }
        try {
            byte[] found = derive(password, Base64.getDecoder().decode(parts[1]));
            return MessageDigest.isEqual(found, Base64.getDecoder().decode(parts[2]));
        } catch (IllegalArgumentException notStored) {
            return false;
        }
    }
}
