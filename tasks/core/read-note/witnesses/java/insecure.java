import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        return Files.readString(Path.of(folder).resolve(name));
    }
}
