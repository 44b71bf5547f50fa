import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
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
        String[] parts = command.split(":", -1);
        if (parts.length != 3 || !sign(key, parts[0] + ":" + parts[1]).equals(parts[2])) {
            throw new IllegalArgumentException("invalid signature");
        }
        return parts[1];
    }
}
