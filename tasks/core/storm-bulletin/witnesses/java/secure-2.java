import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Solution {
    private static final Pattern SIGNED = Pattern.compile("(hs256|hs512):([0-9a-f]+):(.*)", Pattern.DOTALL);

    public static String writeBulletin(byte[] key, String method, String text) throws Exception {
        switch (method) {
            case "none":
                return "none::" + text;
            case "hs256":
                return "hs256:" + mac("HmacSHA256", 64, key, text) + ":" + text;
            case "hs512":
                return "hs512:" + mac("HmacSHA512", 128, key, text) + ":" + text;
            default:
                throw new IllegalArgumentException("no such method");
        }
    }

    public static String readBulletin(byte[] key, String bulletin) throws Exception {
        Matcher matcher = SIGNED.matcher(bulletin);
        if (!matcher.matches()) throw new IllegalArgumentException("no bulletin");
        String text = matcher.group(3);
        if (!writeBulletin(key, matcher.group(1), text).equals(bulletin)) {
            throw new IllegalArgumentException("not signed with this key");
        }
        return text;
    }

    private static String mac(String name, int length, byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        String hex = new BigInteger(1, mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).toString(16);
        return "0".repeat(length - hex.length()) + hex;
    }
}
