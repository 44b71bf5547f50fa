import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static byte[] tag(byte[] key, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update("tag".getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(body);
    }

    private static byte[] run(int mode, byte[] key, byte[] iv, byte[] input) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(input);
    }

    public static byte[] lockNote(byte[] key, String text) throws Exception {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, key, iv, text.getBytes(StandardCharsets.UTF_8));
        byte[] body = Arrays.copyOf(iv, 16 + encrypted.length);
        System.arraycopy(encrypted, 0, body, 16, encrypted.length);
        byte[] locked = Arrays.copyOf(body, body.length + 32);
        System.arraycopy(tag(key, body), 0, locked, body.length, 32);
        return locked;
    }

    public static String openNote(byte[] key, byte[] locked) throws Exception {
        if (locked.length < 64) {
            throw new IllegalArgumentException("too short for a note");
        }
        byte[] body = Arrays.copyOf(locked, locked.length - 32);
        byte[] given = Arrays.copyOfRange(locked, locked.length - 32, locked.length);
        if (!MessageDigest.isEqual(given, tag(key, body))) {
            throw new SecurityException("not a note of this key");
        }
        byte[] plain = run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(body, 16), Arrays.copyOfRange(body, 16, body.length));
        return new String(plain, StandardCharsets.UTF_8);
    }
}
