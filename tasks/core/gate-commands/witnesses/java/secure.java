import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Map<String, Integer> LATEST = new ConcurrentHashMap<>();

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
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a command");
        }
        byte[] expected = sign(key, parts[0] + ":" + parts[1]).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))) {
            throw new SecurityException("the signature is wrong");
        }
        int serial = Integer.parseInt(parts[0]);
        String gate = HexFormat.of().formatHex(key);
        synchronized (LATEST) {
            if (serial <= LATEST.getOrDefault(gate, 0)) {
                throw new IllegalStateException("command " + serial + " was heard before");
            }
            LATEST.put(gate, serial);
        }
        return parts[1];
    }
}
