import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static byte[] sign(byte[] key, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(body);
    }

    public static byte[] lockNote(byte[] key, String text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] salted = new byte[16 + plain.length];
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        System.arraycopy(salt, 0, salted, 0, 16);
        System.arraycopy(plain, 0, salted, 16, plain.length);
        byte[] body = cipher.doFinal(salted);
        byte[] locked = Arrays.copyOf(sign(key, body), 32 + body.length);
        System.arraycopy(body, 0, locked, 32, body.length);
        return locked;
    }

    public static String openNote(byte[] key, byte[] locked) throws Exception {
        byte[] body = Arrays.copyOfRange(locked, 32, locked.length);
        if (!MessageDigest.isEqual(sign(key, body), Arrays.copyOf(locked, 32))) {
            throw new IllegalArgumentException("wrong key or damaged note");
        }
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] plain = cipher.doFinal(body);
        return new String(plain, 16, plain.length - 16, StandardCharsets.UTF_8);
    }
}
