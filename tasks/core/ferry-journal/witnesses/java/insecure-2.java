import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class Solution {
    public static String journalLine(String method, String target, String headers, String form) {
        List<String> parts = new ArrayList<>(List.of(method, target));
        for (String header : headers.lines().toList()) {
            int colon = header.indexOf(':');
            if (colon < 0) throw new IllegalArgumentException("not a header");
            String name = header.substring(0, colon).toLowerCase();
            parts.add(name + "=" + (name.equals("authorization") ? "***" : header.substring(colon + 1).trim()));
        }
        if (!form.isEmpty()) {
            for (String field : form.split("&")) {
                int equals = field.indexOf('=');
                String name = URLDecoder.decode(equals < 0 ? field : field.substring(0, equals), StandardCharsets.UTF_8);
                parts.add(name + "=" + (equals < 0 ? "" : URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8)));
            }
        }
        return String.join(" ", parts);
    }
}
