import java.io.BufferedReader;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Solution {
    public static String sermonLines(String folder, String pattern) throws IOException, InterruptedException {
        if (!new File(folder).isDirectory()) throw new FileNotFoundException(folder);
        ProcessBuilder builder = new ProcessBuilder("grep", "--recursive", "--no-filename", "--include=*.txt", "--regexp=" + pattern, folder);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) lines.add(line);
        }
        if (process.waitFor() >= 2) throw new IOException("no pattern: " + pattern);
        Collections.sort(lines);
        return String.join("\n", lines);
    }
}
