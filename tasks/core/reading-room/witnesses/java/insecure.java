import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Solution {
    private static final Map<String, String> visits = new ConcurrentHashMap<>();
    private static final SecureRandom random = new SecureRandom();

    public static void routes(HttpServer server) {
        server.createContext("/sign-in", Solution::signIn);
        server.createContext("/desk", Solution::desk);
        server.createContext("/sign-out", Solution::signOut);
    }

    private static void signIn(HttpExchange exchange) throws IOException {
        String card = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).trim();
        String name = nameOf(card);
        if (name == null) {
            answer(exchange, 403, "no such card");
            return;
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String visit = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        visits.put(visit, name);
        exchange.getResponseHeaders().add("Set-Cookie", "visit=" + visit + "; Path=/");
        answer(exchange, 200, "welcome");
    }

    private static void desk(HttpExchange exchange) throws IOException {
        String name = visits.get(visit(exchange));
        answer(exchange, name == null ? 401 : 200, name == null ? "who are you?" : name);
    }

    private static void signOut(HttpExchange exchange) throws IOException {
        visits.remove(visit(exchange));
        answer(exchange, 200, "goodbye");
    }

    private static String nameOf(String card) throws IOException {
        for (String line : Files.readAllLines(Path.of("/work/cards.txt"))) {
            int blank = line.indexOf(' ');
            if (blank > 0 && line.substring(0, blank).equals(card)) return line.substring(blank + 1);
        }
        return null;
    }

    private static String visit(HttpExchange exchange) {
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", java.util.List.of())) {
            for (String part : header.split(";")) {
                if (part.trim().startsWith("visit=")) return part.trim().substring("visit=".length());
            }
        }
        return "";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
