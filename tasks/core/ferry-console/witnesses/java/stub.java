public class Solution {
    public static void setPassword(String settings, String password) {
    }

    public static boolean unlockConsole(String settings, String password) {
        return false;
    }
}
