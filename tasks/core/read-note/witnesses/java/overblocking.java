import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        if (name.contains("/") || name.equals("..")) {
            throw new NoSuchFileException(name);
        }
        return Files.readString(Path.of(folder, name));
    }
}
