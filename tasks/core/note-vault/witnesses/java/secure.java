import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }

    public static byte[] lockNote(byte[] key, String text) throws Exception {
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(12 + body.length).put(nonce).put(body).array();
    }

    public static String openNote(byte[] key, byte[] locked) throws Exception {
        ByteBuffer buffer = ByteBuffer.wrap(locked);
        byte[] nonce = new byte[12];
        buffer.get(nonce);
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return new String(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(body), StandardCharsets.UTF_8);
    }
}
