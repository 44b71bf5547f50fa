import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Solution {
    private static final Pattern PEM = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    public static String newPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(2560, RSAKeyGenParameterSpec.F4), new SecureRandom());
        PrivateKey key = generator.generateKeyPair().getPrivate();
        return wrap("PRIVATE KEY", key.getEncoded());
    }

    public static String publicPart(String privateKey) throws Exception {
        Matcher matcher = PEM.matcher(privateKey);
        if (!matcher.matches()) throw new IllegalArgumentException("not a private key");
        byte[] der = Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", ""));
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey key)) {
            throw new IllegalArgumentException("not an RSA key");
        }
        PublicKey half = rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return wrap("PUBLIC KEY", half.getEncoded());
    }

    private static String wrap(String label, byte[] der) {
        StringBuilder text = new StringBuilder("-----BEGIN " + label + "-----\n");
        String body = Base64.getEncoder().encodeToString(der);
        for (int at = 0; at < body.length(); at += 64) {
            text.append(body, at, Math.min(at + 64, body.length())).append('\n');
        }
        return text.append("-----END ").append(label).append("-----\n").toString();
    }
}
