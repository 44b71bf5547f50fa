import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static String signatureOf(byte[] key, String method, String text) throws Exception {
        String algorithm;
        switch (method) {
            case "none":
                return "";
            case "hs256":
                algorithm = "HmacSHA256";
                break;
            case "hs512":
                algorithm = "HmacSHA512";
                break;
            default:
                throw new IllegalArgumentException("unknown method: " + method);
        }
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static String writeBulletin(byte[] key, String method, String text) throws Exception {
        return method + ":" + signatureOf(key, method, text) + ":" + text;
    }

    public static String readBulletin(byte[] key, String bulletin) throws Exception {
        String[] parts = bulletin.split(":", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("malformed bulletin");
        }
        if (!signatureOf(key, parts[0], parts[2]).equals(parts[1])) {
            throw new IllegalArgumentException("invalid signature");
        }
        return parts[2];
    }
}
