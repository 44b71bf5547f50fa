import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

public class Solution {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, Integer> COATS = new HashMap<>();

    public static String newCode(int guest) throws Exception {
        if (guest < 1) {
            throw new IllegalArgumentException("guest must be positive");
        }
        String text = guest + "-" + COUNTER.incrementAndGet();
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        String code = HexFormat.of().formatHex(digest);
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
