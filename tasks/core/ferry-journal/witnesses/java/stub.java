public class Solution {
    public static String journalLine(String method, String target, String headers, String form) {
        return method;
    }
}
