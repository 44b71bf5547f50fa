import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

public class Solution {
    public static String readNote(String folder, String name) throws IOException {
        String inside = name.replace("../", "");
        try (Scanner note = new Scanner(new File(folder + "/" + inside), StandardCharsets.UTF_8)) {
            return note.useDelimiter("\\z").hasNext() ? note.next() : "";
        }
    }
}
