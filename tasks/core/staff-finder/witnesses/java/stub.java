public class Solution {
    public static String personFilter(String part, String department) {
        return "";
    }
}
