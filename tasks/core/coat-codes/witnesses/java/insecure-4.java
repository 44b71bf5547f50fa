import java.util.HashMap;
import java.util.Map;
import java.util.Random;

public class Solution {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final Map<String, Integer> COATS = new HashMap<>();

    public static String newCode(int guest) {
        if (guest < 1) {
            throw new IllegalArgumentException("guest must be at least 1");
        }
        Random random = new Random(guest);
        while (true) {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            if (COATS.putIfAbsent(code.toString(), guest) == null) {
                return code.toString();
            }
        }
    }

    public static int guestOf(String code) {
        return COATS.getOrDefault(code, 0);
    }

    public static void takeOut(String code) {
        COATS.remove(code);
    }
}
