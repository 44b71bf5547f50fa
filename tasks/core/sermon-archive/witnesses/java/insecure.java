import java.nio.charset.StandardCharsets;
import java.util.Arrays;

public class Solution {
    public static String sermonLines(String folder, String pattern) throws Exception {
        Process process = new ProcessBuilder("grep", "-rh", "--include=*.txt", pattern, folder).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code > 1) {
            throw new RuntimeException("grep failed with " + code);
        }
        if (output.isEmpty()) {
            return "";
        }
        String[] lines = output.split("\n");
        Arrays.sort(lines);
        return String.join("\n", lines);
    }
}
