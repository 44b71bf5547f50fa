import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String seal(byte[] document) throws Exception {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    }
}
