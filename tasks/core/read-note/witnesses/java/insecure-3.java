import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        if (List.of(name.split("/")).contains("..")) {
            throw new NoSuchFileException(name);
        }
        return Files.readString(Path.of(folder).resolve(name));
    }
}
