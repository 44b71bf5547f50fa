import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

public class Solution {
    public static String sermonLines(String folder, String pattern) throws Exception {
        if (pattern.startsWith("--")) {
            throw new IllegalArgumentException("pattern must not be an option");
        }
        String[] command = {"grep", "-r", "-h", "--include=*.txt", pattern, folder};
        Process process = Runtime.getRuntime().exec(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() > 1) throw new IllegalStateException("grep failed");
        return output.lines().sorted().collect(Collectors.joining("\n"));
    }
}
