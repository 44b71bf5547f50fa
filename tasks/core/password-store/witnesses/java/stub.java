public class Solution {
    public static String storePassword(String password) {
        return "stored";
    }

    public static boolean checkPassword(String password, String stored) {
        return false;
    }
}
