import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Solution {
    private static final Pattern USER = Pattern.compile("^user=\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.MULTILINE);

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    public static String auditLine(String user, String action) {
        return "user=" + quoted(user) + " action=" + quoted(action);
    }

    public static Object usersOf(String log) {
        List<String> users = new ArrayList<>();
        Matcher found = USER.matcher(log);
        while (found.find()) {
            users.add(found.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return users;
    }
}
