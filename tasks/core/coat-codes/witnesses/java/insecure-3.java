import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

public class Solution {
    private static final Map<String, Integer> COATS = new HashMap<>();
    private static long last = 0;

    public static String newCode(int guest) throws Exception {
        if (guest < 1) {
            throw new IllegalArgumentException("guest must be positive");
        }
        last = Math.max(last + 1, System.currentTimeMillis());
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] digest = sha.digest((guest + ":" + last).getBytes(StandardCharsets.UTF_8));
        String code = HexFormat.of().formatHex(digest, 0, 10);
        COATS.put(code, guest);
        return code;
    }

    public static int guestOf(String code) {
        return COATS.getOrDefault(code, 0);
    }

    public static void takeOut(String code) {
        COATS.remove(code);
    }
}
