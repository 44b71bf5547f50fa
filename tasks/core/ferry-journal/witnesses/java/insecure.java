import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

public class Solution {
    public static String journalLine(String method, String target, String headers, String form) {
        StringBuilder line = new StringBuilder(method).append(" ").append(target);
        for (String header : headers.split("\n")) {
            if (header.isEmpty()) {
                continue;
            }
            String[] parts = header.split(":", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("not a header: " + header);
            }
            line.append(" ").append(parts[0].toLowerCase()).append("=").append(parts[1].trim());
        }
        for (String field : form.split("&")) {
            if (field.isEmpty()) {
                continue;
            }
            String[] parts = field.split("=", 2);
            line.append(" ").append(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)).append("=");
            line.append(parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return line.toString();
    }
}
