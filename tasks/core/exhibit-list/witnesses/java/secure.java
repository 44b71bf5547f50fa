import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    record Exhibit(int number, int room) {}

    private static final int MOST = 100;
    private static final List<Exhibit> EXHIBITS = new ArrayList<>();

    static {
        for (int number = 1; number <= 20000; number++) EXHIBITS.add(new Exhibit(number, number % 30));
    }

    public static void routes(HttpServer server) {
        server.createContext("/exhibits", Solution::exhibits);
    }

    private static void exhibits(HttpExchange exchange) throws IOException {
        int page;
        int size;
        try {
            Map<String, String> query = query(exchange);
            page = Integer.parseInt(query.getOrDefault("page", "1"));
            size = Integer.parseInt(query.getOrDefault("size", "20"));
        } catch (NumberFormatException e) {
            answer(exchange, 400, "page and size are numbers");
            return;
        }
        if (page < 1 || size < 1 || size > MOST) {
            answer(exchange, 400, "no such page");
            return;
        }
        StringBuilder lines = new StringBuilder();
        long start = (page - 1L) * size;
        for (long at = start; at < EXHIBITS.size() && at < start + size; at++) {
            Exhibit exhibit = EXHIBITS.get((int) at);
            lines.append(exhibit.number()).append(',').append(exhibit.room()).append('\n');
        }
        answer(exchange, 200, lines.toString());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> found = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) found.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
