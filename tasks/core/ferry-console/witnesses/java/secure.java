import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class Solution {
    private static final String MARK = "password=";

    private static byte[] digest(String password, byte[] salt) throws Exception {
        if (password.isEmpty()) {
            return new byte[0];
        }
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, 20_000, 256);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    public static void setPassword(String settings, String password) throws Exception {
        if (password.length() < 10) {
            throw new IllegalArgumentException("a password has at least 10 signs");
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(settings)));
        lines.removeIf(line -> line.startsWith(MARK));
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        HexFormat hex = HexFormat.of();
        lines.add(MARK + hex.formatHex(salt) + ":" + hex.formatHex(digest(password, salt)));
        Files.write(Path.of(settings), lines);
    }

    public static boolean unlockConsole(String settings, String password) throws Exception {
        for (String line : Files.readAllLines(Path.of(settings))) {
            if (line.startsWith(MARK)) {
                String[] parts = line.substring(MARK.length()).split(":");
                byte[] salt = HexFormat.of().parseHex(parts[0]);
                return MessageDigest.isEqual(HexFormat.of().parseHex(parts[1]), digest(password, salt));
            }
        }
        return false;
    }
}
