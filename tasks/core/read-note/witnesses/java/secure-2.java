import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        Path base = Path.of(folder);
        Optional<Path> note;
        try (Stream<Path> all = Files.walk(base)) {
            note = all.filter(Files::isRegularFile).filter(path -> base.relativize(path).toString().equals(name)).findFirst();
        }
        return Files.readString(note.orElseThrow(() -> new NoSuchFileException(name)));
    }
}
