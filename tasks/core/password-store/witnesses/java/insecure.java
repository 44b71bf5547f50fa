import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

public class Solution {
    public static String storePassword(String password) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
    }

    public static boolean checkPassword(String password, String stored) throws Exception {
        return storePassword(password).equals(stored);
    }
}
