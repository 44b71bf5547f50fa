import java.util.ArrayList;
import java.util.List;

public class Solution {
    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char sign : text.toCharArray()) {
            if (sign == '"' || sign == '\\') {
                result.append('\\').append(sign);
            } else if (Character.isISOControl(sign) || sign == '\u2028' || sign == '\u2029') {
                result.append(String.format("\\u%04x", (int) sign));
            } else {
                result.append(sign);
            }
        }
        return result.append('"').toString();
    }

    public static String auditLine(String user, String action) {
        return "user=" + quoted(user) + " action=" + quoted(action);
    }

    public static Object usersOf(String log) {
        List<String> users = new ArrayList<>();
        for (String line : log.split("\n")) {
            StringBuilder user = new StringBuilder();
            int at = "user=\"".length();
            while (line.charAt(at) != '"') {
                if (line.charAt(at) != '\\') {
                    user.append(line.charAt(at));
                    at += 1;
                } else if (line.charAt(at + 1) == 'u') {
                    user.append((char) Integer.parseInt(line.substring(at + 2, at + 6), 16));
                    at += 6;
                } else {
                    user.append(line.charAt(at + 1));
                    at += 2;
                }
            }
            users.add(user.toString());
        }
        return users;
    }
}
