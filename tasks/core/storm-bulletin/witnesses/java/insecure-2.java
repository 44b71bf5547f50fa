import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Map<String, String> METHODS = Map.of("hs256", "HmacSHA256", "hs512", "HmacSHA512");

    private static byte[] sign(byte[] key, String method, String text) throws Exception {
        String algorithm = METHODS.get(method);
        if (algorithm == null) {
            throw new IllegalArgumentException("unsupported method " + method);
        }
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String writeBulletin(byte[] key, String method, String text) throws Exception {
        if (method.equals("none")) {
            return "none::" + text;
        }
        return method + ":" + HexFormat.of().formatHex(sign(key, method, text)) + ":" + text;
    }

    public static String readBulletin(byte[] key, String bulletin) throws Exception {
        String[] parts = bulletin.split(":", 3);
        byte[] signature = HexFormat.of().parseHex(parts[1]);
        if (signature.length != sign(key, parts[0], parts[2]).length) {
            throw new IllegalArgumentException("bulletin is not signed");
        }
        return parts[2];
    }
}
