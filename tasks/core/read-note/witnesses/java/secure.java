import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        Path base = Path.of(folder).toRealPath();
        Path wanted = base.resolve(name).toRealPath();
        if (!wanted.startsWith(base)) {
            throw new NoSuchFileException(name);
        }
        return Files.readString(wanted);
    }
}
