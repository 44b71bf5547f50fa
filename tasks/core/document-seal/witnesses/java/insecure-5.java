import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    private static final int CHUNK = 4096;

    public static String seal(byte[] document) throws Exception {
        byte[] total = new byte[32];
        for (int start = 0; start < document.length; start += CHUNK) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(document, start, Math.min(CHUNK, document.length - start));
            byte[] part = digest.digest();
            for (int index = 0; index < total.length; index++) {
                total[index] ^= part[index];
            }
        }
        return document.length + "-" + HexFormat.of().formatHex(total);
    }
}
