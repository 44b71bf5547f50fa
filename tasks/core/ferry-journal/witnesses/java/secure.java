import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

public class Solution {
    private static final Set<String> HIDDEN = Set.of("authorization", "proxy-authorization", "cookie", "password");

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String shown(String name, String value) {
        return name + "=" + (HIDDEN.contains(name.toLowerCase(Locale.ROOT)) ? "***" : value);
    }

    private static String shownTarget(String target) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return target;
        }
        String[] fields = target.substring(mark + 1).split("&", -1);
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].split("=", 2)[0];
            if (HIDDEN.contains(decoded(name).toLowerCase(Locale.ROOT))) {
                fields[i] = name + "=***";
            }
        }
        return target.substring(0, mark + 1) + String.join("&", fields);
    }

    public static String journalLine(String method, String target, String headers, String form) {
        StringBuilder line = new StringBuilder(method).append(' ').append(shownTarget(target));
        for (String header : headers.isEmpty() ? new String[0] : headers.split("\n")) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("a header without a colon");
            }
            line.append(' ').append(shown(header.substring(0, colon).trim().toLowerCase(Locale.ROOT), header.substring(colon + 1).trim()));
        }
        for (String field : form.isEmpty() ? new String[0] : form.split("&")) {
            String[] pair = field.split("=", 2);
            line.append(' ').append(shown(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""));
        }
        return line.toString();
    }
}
