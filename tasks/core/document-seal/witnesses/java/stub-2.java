import java.security.SecureRandom;
import java.util.HexFormat;

public class Solution {
    public static String seal(byte[] document) {
        byte[] mark = new byte[32];
        new SecureRandom().nextBytes(mark);
        return HexFormat.of().formatHex(mark);
    }
}
