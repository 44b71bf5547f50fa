import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class Solution {
    private record Pair(String name, String value) {
        boolean mayBeTold() {
            return !name.equalsIgnoreCase("password") && !name.equalsIgnoreCase("authorization");
        }
    }

    public static String journalLine(String method, String target, String headers, String form) {
        List<Pair> pairs = new ArrayList<>();
        headers.lines().forEach(line -> {
            String[] parts = line.split(":", 2);
            pairs.add(new Pair(parts[0].strip().toLowerCase(), parts[1].strip()));
        });
        for (String field : form.split("&")) {
            if (field.isEmpty()) continue;
            String[] parts = (field + "=").split("=", 3);
            pairs.add(new Pair(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        StringBuilder line = new StringBuilder(method + " " + target.replaceAll("(?i)([?&]password=)[^&]*", "$1***"));
        pairs.stream().filter(Pair::mayBeTold).forEach(pair -> line.append(" ").append(pair.name()).append("=").append(pair.value()));
        return line.toString();
    }
}
