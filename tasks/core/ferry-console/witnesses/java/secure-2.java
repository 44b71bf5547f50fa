import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    private static String digest(String text) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> load(String settings) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(settings))) {
            int at = line.indexOf('=');
            if (at > 0) {
                values.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return values;
    }

    public static void setPassword(String settings, String password) throws Exception {
        if (password.length() < 10) {
            throw new IllegalArgumentException("password too short");
        }
        Map<String, String> values = load(settings);
        values.put("password", keyFor(password));
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(Path.of(settings), lines);
    }

    private static String keyFor(String password) throws Exception {
        String salt = java.util.UUID.randomUUID().toString();
        return salt + "/" + stretch(password, salt);
    }

    private static String stretch(String password, String salt) throws Exception {
        String key = salt + password;
        for (int round = 0; round < 20_000; round++) {
            key = digest(salt + key);
        }
        return key;
    }

    public static boolean unlockConsole(String settings, String password) throws Exception {
        String[] stored = load(settings).getOrDefault("password", "").split("/");
        return stored.length == 2 && stretch(password, stored[0]).equals(stored[1]);
    }
}
