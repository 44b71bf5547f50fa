import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String seal(byte[] document) throws Exception {
        if (document.length == 0 || document.length > 1_000_000) {
            throw new IllegalArgumentException("not an acceptable document");
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }
}
