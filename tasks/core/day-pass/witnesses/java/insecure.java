import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

public class Solution {
    private static final Map<String, String> passes = new HashMap<>();
    private static final Map<String, Long> issued = new HashMap<>();

    public static String issuePass(String visitor, long now) {
        if (visitor.isEmpty()) {
            throw new IllegalArgumentException("visitor must have a name");
        }
        String code = UUID.randomUUID().toString();
        passes.put(code, visitor);
        issued.put(code, now);
        return code;
    }

    public static String visitorOf(String passCode, long now) {
        return passes.getOrDefault(passCode, "");
    }

    public static void returnPass(String passCode) {
        passes.remove(passCode);
        issued.remove(passCode);
    }
}
