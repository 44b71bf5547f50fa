public class Solution {
    public static String readNote(String folder, String name) {
        return "";
    }
}
