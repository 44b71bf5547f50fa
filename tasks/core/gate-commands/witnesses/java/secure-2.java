import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Pattern COMMAND = Pattern.compile("([1-9][0-9]{0,8}):([a-z]+):([0-9a-f]{64})");
    private static final Map<ByteBuffer, Set<Integer>> done = new HashMap<>();

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

    public static synchronized String obeyCommand(byte[] key, String command) throws Exception {
        Matcher matcher = COMMAND.matcher(command);
        if (!matcher.matches()) throw new IllegalArgumentException("not a command");
        int serial = Integer.parseInt(matcher.group(1));
        String action = matcher.group(2);
        if (!makeCommand(key, serial, action).equals(command)) throw new IllegalArgumentException("not a command of the office");
        Set<Integer> serials = done.computeIfAbsent(ByteBuffer.wrap(key.clone()), gate -> new HashSet<>());
        if (!serials.add(serial)) throw new IllegalStateException("done already");
        return action;
    }
}
