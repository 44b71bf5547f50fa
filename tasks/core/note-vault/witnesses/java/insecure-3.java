import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final String MARK = "note:";

    public static byte[] lockNote(byte[] key, String text) throws Exception {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        byte[] body = cipher.doFinal((MARK + text).getBytes(StandardCharsets.UTF_8));
        byte[] locked = Arrays.copyOf(iv, 16 + body.length);
        System.arraycopy(body, 0, locked, 16, body.length);
        return locked;
    }

    public static String openNote(byte[] key, byte[] locked) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(locked, 16)));
        String plain = new String(cipher.doFinal(Arrays.copyOfRange(locked, 16, locked.length)), StandardCharsets.UTF_8);
        if (!plain.startsWith(MARK)) {
            throw new IllegalArgumentException("wrong key");
        }
        return plain.substring(MARK.length());
    }
}
