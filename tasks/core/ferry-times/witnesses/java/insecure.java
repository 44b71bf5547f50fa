import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    record Answer(int status, String text) {}

    public static void routes(HttpServer server) {
        server.createContext("/next", exchange -> {
            Answer answer;
            try {
                answer = next(exchange);
            } catch (IOException | RuntimeException e) {
                answer = new Answer(500, "the timetable cannot be read: " + e.getMessage());
            }
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static Answer next(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getQuery();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) query.put(pair.substring(0, at), pair.substring(at + 1));
        }
        String ferry = query.getOrDefault("ferry", "");
        String after = query.getOrDefault("after", "");
        if (!ferry.matches("[a-z]+") || !after.matches("[0-9]{1,9}")) return new Answer(400, "which ferry, and after which minute?");
        String found = null;
        for (String row : timetable(ferry)) {
            int minute = Integer.parseInt(row.split(" ")[0]);
            if (found == null && minute >= Integer.parseInt(after)) found = row;
        }
        return found == null ? new Answer(404, "no more departures") : new Answer(200, found);
    }

    private static List<String> timetable(String ferry) throws IOException {
        String folder = Files.readString(Path.of("/work/ferries.txt")).trim();
        return Files.readAllLines(Path.of(folder, ferry + ".txt"));
    }
}
