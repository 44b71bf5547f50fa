import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Map<String, String> METHODS = Map.of("hs256", "HmacSHA256", "hs512", "HmacSHA512");

    public static String writeBulletin(byte[] key, String method, String text) throws Exception {
        String signature = method.equals("none") ? "" : sign(key, method, text);
        return method + ":" + signature + ":" + text;
    }

    public static String readBulletin(byte[] key, String bulletin) throws Exception {
        String[] parts = bulletin.split(":", 3);
        String expected = sign(key, parts[0], parts[2]);
        int difference = 0;
        for (int i = 0; i < parts[1].length(); i++) {
            difference |= parts[1].charAt(i) ^ expected.charAt(i);
        }
        if (difference != 0) {
            throw new IllegalArgumentException("bad signature");
        }
        return parts[2];
    }

    private static String sign(byte[] key, String method, String text) throws Exception {
        if (!METHODS.containsKey(method)) {
            throw new IllegalArgumentException("unknown method");
        }
        Mac mac = Mac.getInstance(METHODS.get(method));
        mac.init(new SecretKeySpec(key, "RAW"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
