import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Solution {
    private record Entry(String visitor, long end) {}

    private static final long LIFETIME = 900;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Entry> PASSES = new ConcurrentHashMap<>();

    public static String issuePass(String visitor, long now) {
        if (visitor.isEmpty()) {
            throw new IllegalArgumentException("a visitor needs a name");
        }
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        PASSES.put(code, new Entry(visitor, now + LIFETIME));
        return code;
    }

    public static String visitorOf(String passCode, long now) {
        Entry entry = PASSES.get(passCode);
        return entry != null && now < entry.end() ? entry.visitor() : "";
    }

    public static void returnPass(String passCode) {
        PASSES.remove(passCode);
    }
}
