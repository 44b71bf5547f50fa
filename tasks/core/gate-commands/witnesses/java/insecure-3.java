import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Map<String, String> lastCommands = new HashMap<>();

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
        int at = command.lastIndexOf(':');
        String text = command.substring(0, at);
        if (!sign(key, text).equals(command.substring(at + 1))) {
            throw new IllegalArgumentException("invalid signature");
        }
        String before = lastCommands.put(HexFormat.of().formatHex(key), command);
        if (command.equals(before)) {
            throw new IllegalArgumentException("repeated command");
        }
        return text.split(":")[1];
    }
}
