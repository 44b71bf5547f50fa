package fathom;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/**
 * Lines over descriptor 3. It is a socket, which can't be opened again by its name below /proc; so a descriptor object is made for
 * it (`--add-opens java.base/java.io=ALL-UNNAMED`). Standard input and output stay the candidate's own, for its child processes too.
 */
final class Channel {
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[65536];
    private int from;
    private int to;

    Channel() throws ReflectiveOperationException {
        Constructor<FileDescriptor> make = FileDescriptor.class.getDeclaredConstructor(int.class);
        make.setAccessible(true);
        FileDescriptor descriptor = make.newInstance(3);
        in = new FileInputStream(descriptor);
        out = new FileOutputStream(descriptor);
    }

    /** The next line without its end; null at the end of the stream. */
    String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            for (int at = from; at < to; at++) {
                if (buffer[at] != '\n') continue;
                line.write(buffer, from, at - from);
                from = at + 1;
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(buffer, from, to - from);
            from = 0;
            to = Math.max(0, in.read(buffer));
            if (to == 0) return null;
        }
    }

    void write(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
