import java.nio.charset.StandardCharsets;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final byte[] NONCE = new byte[12];

    private static Cipher cipher(int mode, byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, NONCE));
        return cipher;
    }

    public static byte[] lockNote(byte[] key, String text) throws Exception {
        return cipher(Cipher.ENCRYPT_MODE, key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String openNote(byte[] key, byte[] locked) throws Exception {
        return new String(cipher(Cipher.DECRYPT_MODE, key).doFinal(locked), StandardCharsets.UTF_8);
    }
}
