import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Solution {
    private static final Pattern USER = Pattern.compile("^user=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String unquoted(String text) {
        return Pattern.compile("\\\\(.)").matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    public static String auditLine(String user, String action) {
        return "user=" + quoted(user) + " action=" + quoted(action);
    }

    public static Object usersOf(String log) {
        List<String> users = new ArrayList<>();
        for (String line : log.split("\n")) {
            Matcher found = USER.matcher(line);
            if (found.find()) {
                users.add(unquoted(found.group(1)));
            }
        }
        return users;
    }
}
