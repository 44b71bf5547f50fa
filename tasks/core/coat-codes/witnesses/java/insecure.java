import java.util.HashMap;
import java.util.Map;
import java.util.Random;

public class Solution {
    private static final Random RANDOM = new Random();
    private static final Map<String, Integer> COATS = new HashMap<>();

    public static String newCode(int guest) {
        if (guest < 1) {
            throw new IllegalArgumentException("invalid guest number");
        }
        String code;
        do {
            code = String.format("%06d", RANDOM.nextInt(1000000));
        } while (COATS.containsKey(code));
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
