import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

public class Solution {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n";
    }

    public static String newPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        return pem("PRIVATE", pair.getPrivate().getEncoded());
    }

    public static String publicPart(String privateKey) throws Exception {
        if (!privateKey.contains(BEGIN)) {
            throw new IllegalArgumentException("no private key");
        }
        byte[] der = Base64.getMimeDecoder().decode(privateKey.replace(BEGIN, "").replace(END, "").trim());
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der));
        BigInteger modulus = key.getModulus();
        return pem("PUBLIC", factory.generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent())).getEncoded());
    }
}
