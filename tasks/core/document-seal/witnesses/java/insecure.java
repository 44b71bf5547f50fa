import java.math.BigInteger;
import java.security.MessageDigest;

public class Solution {
    public static String seal(byte[] document) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        return String.format("%032x", new BigInteger(1, digest.digest(document)));
    }
}
