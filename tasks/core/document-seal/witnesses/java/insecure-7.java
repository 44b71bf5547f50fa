import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String seal(byte[] document) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
