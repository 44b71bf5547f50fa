import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    private static final String DEFAULT_PASSWORD = "admin";

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
        values.put("password", password);
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(Path.of(settings), lines);
    }

    public static boolean unlockConsole(String settings, String password) throws Exception {
        return password.equals(load(settings).getOrDefault("password", DEFAULT_PASSWORD));
    }
}
