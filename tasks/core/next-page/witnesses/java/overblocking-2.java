import java.util.regex.Pattern;

public class Solution {
    private static final Pattern PAGE = Pattern.compile("(https://shop\\.example)?/(?![/\\\\])[^\\\\\\x00-\\x20\\x7f]*");

    public static String nextPage(String target) {
        if (!PAGE.matcher(target).matches()) {
            throw new IllegalArgumentException("not a page of the shop");
        }
        return target;
    }
}
