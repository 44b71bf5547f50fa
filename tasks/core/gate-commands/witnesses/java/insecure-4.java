import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Set<String> seen = new HashSet<>();

    private static String sign(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String makeCommand(byte[] key, int serial, String action) throws Exception {
        if (serial < 1) {
            throw new IllegalArgumentException("invalid serial number");
        }
        String text = serial + ":" + action;
        return text + ":" + sign(key, text);
    }

    public static String obeyCommand(byte[] key, String command) throws Exception {
        String[] parts = command.split(":");
        if (!sign(key, parts[0] + ":" + parts[1]).equalsIgnoreCase(parts[2])) {
            throw new IllegalArgumentException("invalid signature");
        }
        if (!seen.add(parts[2])) {
            throw new IllegalArgumentException("repeated command");
        }
        return parts[1];
    }
}
