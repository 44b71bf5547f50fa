import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

public class Solution {
    private record Coat(String code, int guest) {}

    private static final List<Coat> coats = new ArrayList<>();

    public static synchronized String newCode(int guest) {
        if (guest <= 0) throw new IllegalArgumentException(guest + " is not a guest's number");
        Coat coat = new Coat(UUID.randomUUID().toString().replace("-", ""), guest);
        coats.add(coat);
        return coat.code();
    }

    public static synchronized int guestOf(String code) {
        return coats.stream().filter(coat -> coat.code().equals(code)).mapToInt(Coat::guest).findFirst().orElse(0);
    }

    public static synchronized void takeOut(String code) {
        coats.removeIf(coat -> coat.code().equals(code));
    }
}
