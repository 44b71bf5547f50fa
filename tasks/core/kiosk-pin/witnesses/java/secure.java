import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

public class Solution {
    private static final Map<String, Integer> wrong = new HashMap<>();

    public static void routes(HttpServer server) {
        server.createContext("/sign-in", Solution::signIn);
        server.createContext("/unlock", Solution::unlock);
    }

    private static synchronized void signIn(HttpExchange exchange) throws IOException {
        String[] parts = body(exchange).split(" ", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        String pin = parts.length == 2 ? parts[1] : "";
        String known = pins().get(name);
        if (known == null) {
            answer(exchange, 403, "no such account");
            return;
        }
        int tries = wrong.getOrDefault(name, 0);
        if (tries >= 5) {
            answer(exchange, 423, "locked, please ask the office");
            return;
        }
        if (!same(known, pin)) {
            wrong.put(name, tries + 1);
            answer(exchange, 403, "wrong PIN");
            return;
        }
        wrong.remove(name);
        answer(exchange, 200, "welcome");
    }

    private static synchronized void unlock(HttpExchange exchange) throws IOException {
        String key = Files.readString(Path.of("/work/office-key.txt")).trim();
        String given = exchange.getRequestHeaders().getFirst("X-Office-Key");
        if (given == null || !same(key, given)) {
            answer(exchange, 401, "the office only");
            return;
        }
        String name = body(exchange).toLowerCase(Locale.ROOT);
        wrong.remove(name);
        answer(exchange, 200, "unlocked");
    }

    private static Map<String, String> pins() throws IOException {
        Map<String, String> found = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("/work/pins.txt"))) {
            String[] parts = line.split(" ");
            if (parts.length == 2) found.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return found;
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).trim();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
