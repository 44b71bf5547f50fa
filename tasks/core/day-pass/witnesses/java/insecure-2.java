import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

public class Solution {
    private static final Map<String, String> visitors = new HashMap<>();
    private static final Map<String, Long> ends = new HashMap<>();
    private static final Set<String> returned = new HashSet<>();

    public static String issuePass(String visitor, long now) {
        if (visitor.isBlank()) {
            throw new IllegalArgumentException("empty name");
        }
        String code = UUID.randomUUID().toString();
        visitors.put(code, visitor);
        ends.put(code, now + 900);
        return code;
    }

    public static String visitorOf(String passCode, long now) {
        Long end = ends.get(passCode);
        if (end == null || now >= end) {
            return "";
        }
        return visitors.get(passCode);
    }

    public static void returnPass(String passCode) {
        returned.add(passCode);
    }
}
