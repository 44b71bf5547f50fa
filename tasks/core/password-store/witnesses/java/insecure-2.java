import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final String PEPPER = "forum";

    public static String storePassword(String password) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(PEPPER.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] digest = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        return PEPPER + "$" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    public static boolean checkPassword(String password, String stored) throws Exception {
        return storePassword(password).equals(stored);
    }
}
