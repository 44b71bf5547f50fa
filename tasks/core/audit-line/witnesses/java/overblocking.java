import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class Solution {
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9 .-]", "?");
    }

    public static String auditLine(String user, String action) {
        return String.format("user=\"%s\" action=\"%s\"", plain(user), plain(action));
    }

    public static Object usersOf(String log) {
        return Pattern.compile("^user=\"([^\"]*)\"", Pattern.MULTILINE).matcher(log).results()
            .map(found -> found.group(1)).collect(Collectors.toList());
    }
}
