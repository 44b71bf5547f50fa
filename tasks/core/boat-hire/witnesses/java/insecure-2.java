import com.sun.net.httpserver.*;
import java.io.*;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

public class Solution {
    record Line(String code, String guest, String boat, boolean[] back) {
        String status() {
            return back[0] ? "back" : "out";
        }
    }

    interface Page {
        String answer(HttpExchange exchange) throws IOException;
    }

    private static final List<Line> lines = new CopyOnWriteArrayList<>();

    /** Lets guests through to what is theirs, and everybody else only with a key. */
    static class KeyFilter extends Filter {
        @Override
        public String description() {
            return "keys of the office";
        }

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            boolean forGuests = exchange.getRequestURI().getPath().startsWith("/rentals");
            List<String> keys = Files.readAllLines(Path.of("/work/office-keys.txt"));
            String key = exchange.getRequestHeaders().getFirst("X-Office-Key");
            if (forGuests || (key != null && !key.isBlank() && keys.contains(key))) {
                chain.doFilter(exchange);
            } else {
                exchange.sendResponseHeaders(401, -1);
                exchange.close();
            }
        }
    }

    public static void routes(HttpServer server) {
        HttpContext context = server.createContext("/", exchange -> {
            String[] parts = exchange.getRequestURI().getPath().substring(1).split("/");
            String page = exchange.getRequestMethod() + " " + parts[0] + " " + parts.length;
            switch (page) {
                case "POST rentals 1" -> hire(exchange);
                case "GET rentals 2" -> one(exchange, lines.stream().filter(l -> l.code().equals(parts[1])).map(l -> l.boat() + " " + l.status()));
                case "POST rentals 3" -> one(exchange, lines.stream().filter(l -> l.code().equals(parts[1])).peek(l -> l.back()[0] = true).map(Line::code));
                case "GET boats 2" ->
                    one(exchange, lines.stream().filter(l -> l.boat().equals(parts[1]) && !l.back()[0]).map(Line::guest));
                case "GET journal 1" ->
                    send(exchange, 200, lines.stream().map(l -> l.guest() + "," + l.boat() + "," + l.status()).collect(Collectors.joining("\n")));
                default -> send(exchange, 404, "nothing here");
            }
        });
        context.getFilters().add(new KeyFilter());
    }

    private static void one(HttpExchange exchange, java.util.stream.Stream<String> found) throws IOException {
        Optional<String> first = found.findFirst();
        send(exchange, first.isPresent() ? 200 : 404, first.orElse("nothing here"));
    }

    private static void hire(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        String raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        for (String pair : raw.split("&")) {
            String[] both = pair.split("=", 2);
            if (both.length == 2) query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        if (query.getOrDefault("guest", "").isEmpty() || query.getOrDefault("boat", "").isEmpty()) {
            send(exchange, 400, "guest and boat, please");
            return;
        }
        Line line = new Line(UUID.randomUUID().toString(), query.get("guest"), query.get("boat"), new boolean[1]);
        lines.add(line);
        send(exchange, 201, line.code());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
