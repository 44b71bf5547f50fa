import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Solution {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Integer> COATS = new ConcurrentHashMap<>();

    public static String newCode(int guest) {
        if (guest < 1) {
            throw new IllegalArgumentException("a guest's number begins at 1");
        }
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        String code = HexFormat.of().formatHex(bytes);
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
