import java.util.Arrays;
import java.util.regex.Pattern;

public class Solution {
    private static final Pattern TAG = Pattern.compile(" *+[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+ *+");

    public static boolean validTags(String text) {
        return Arrays.stream(text.split(",", -1)).allMatch(tag -> TAG.matcher(tag).matches());
    }
}
