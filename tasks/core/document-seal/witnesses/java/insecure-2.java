import java.security.MessageDigest;
import java.util.Base64;

public class Solution {
    public static String seal(byte[] document) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(document);
        return "sha1-" + Base64.getEncoder().encodeToString(digest);
    }
}
