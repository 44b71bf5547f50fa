import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String seal(byte[] document) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }
}
