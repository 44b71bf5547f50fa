import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

public class Solution {
    private static final class Pass {
        final String code = UUID.randomUUID().toString();
        final String visitor;
        final long issued;

        Pass(String visitor, long issued) {
            this.visitor = visitor;
            this.issued = issued;
        }
    }

    private static final List<Pass> OPEN = new ArrayList<>();

    public static synchronized String issuePass(String visitor, long now) {
        if (visitor == null || visitor.isEmpty()) throw new IllegalArgumentException("name missing");
        Pass pass = new Pass(visitor, now);
        OPEN.add(pass);
        return pass.code;
    }

    public static synchronized String visitorOf(String passCode, long now) {
        OPEN.removeIf(pass -> now - pass.issued >= 900 && pass.code.equals(passCode));
        return OPEN.stream().filter(pass -> pass.code.equals(passCode)).map(pass -> pass.visitor).findFirst().orElse("");
    }

    public static synchronized void returnPass(String passCode) {
        OPEN.removeIf(pass -> pass.code.equals(passCode));
    }
}
