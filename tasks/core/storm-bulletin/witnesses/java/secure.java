import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Map<String, String> METHODS = Map.of("hs256", "HmacSHA256", "hs512", "HmacSHA512");

    private static String sign(byte[] key, String method, String text) throws Exception {
        String name = METHODS.get(method);
        if (name == null) {
            throw new IllegalArgumentException("unknown method " + method);
        }
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String writeBulletin(byte[] key, String method, String text) throws Exception {
        String signature = method.equals("none") ? "" : sign(key, method, text);
        return method + ":" + signature + ":" + text;
    }

    public static String readBulletin(byte[] key, String bulletin) throws Exception {
        String[] parts = bulletin.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no bulletin");
        }
        byte[] given = parts[1].getBytes(StandardCharsets.UTF_8);
        byte[] expected = sign(key, parts[0], parts[2]).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, expected)) {
            throw new SecurityException("the signature is wrong");
        }
        return parts[2];
    }
}
