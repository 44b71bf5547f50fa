import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        File wanted = new File(folder, name).getCanonicalFile();
        if (!wanted.getPath().startsWith(new File(folder).getCanonicalPath())) {
            throw new FileNotFoundException(name);
        }
        return Files.readString(wanted.toPath());
    }
}
