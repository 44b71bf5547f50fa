import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Solution {
    private static final Pattern SITE = Pattern.compile("^(?:[a-z]+:)?//([^/]*)", Pattern.CASE_INSENSITIVE);

    public static String nextPage(String target) {
        Matcher site = SITE.matcher(target);
        if (site.find() && !site.group(1).equals("shop.example")) {
            return "/";
        }
        return target.isEmpty() ? "/" : target;
    }
}
