import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public class Solution {
    private static final List<String> DETAILS = List.of("name", "city", "phone");
    private static final Map<String, Map<String, String>> cards = new HashMap<>();

    public static void routes(HttpServer server) {
        server.createContext("/", Solution::handle);
    }

    private static synchronized void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        Map<String, String> form = form(exchange);
        if (request.equals("POST /cards")) {
            make(exchange, form);
            return;
        }
        Map<String, String> card = cards.get(exchange.getRequestHeaders().getFirst("X-Card-Key"));
        if (card == null) {
            answer(exchange, 401, "no such card");
            return;
        }
        switch (request) {
            case "GET /card" -> answer(exchange, 200, lines(card));
            case "POST /card" -> change(exchange, card, form);
            case "POST /copies" -> copy(exchange, card, form.getOrDefault("pages", ""));
            default -> answer(exchange, 404, "no such page");
        }
    }

    private static void make(HttpExchange exchange, Map<String, String> form) throws IOException {
        if (form.getOrDefault("name", "").isEmpty()) {
            answer(exchange, 400, "name is needed");
            return;
        }
        Map<String, String> card = new LinkedHashMap<>();
        for (String field : DETAILS) card.put(field, form.getOrDefault(field, ""));
        card.put("role", "reader");
        card.put("credit", "200");
        String key = UUID.randomUUID().toString().replace("-", "");
        cards.put(key, card);
        answer(exchange, 201, key);
    }

    private static void change(HttpExchange exchange, Map<String, String> card, Map<String, String> form) throws IOException {
        if ("".equals(form.get("name"))) {
            answer(exchange, 400, "name is needed");
            return;
        }
        form.keySet().retainAll(DETAILS);
        card.putAll(form);
        answer(exchange, 200, lines(card));
    }

    private static void copy(HttpExchange exchange, Map<String, String> card, String pages) throws IOException {
        if (!pages.matches("[1-9][0-9]{0,2}") || Integer.parseInt(pages) > 500) {
            answer(exchange, 400, "pages must be a number from 1 to 500");
            return;
        }
        int credit = Integer.parseInt(card.get("credit"));
        int cost = card.get("role").equals("staff") ? 0 : 5 * Integer.parseInt(pages);
        if (cost > credit) {
            answer(exchange, 409, "not enough credit");
            return;
        }
        card.put("credit", String.valueOf(credit - cost));
        answer(exchange, 200, card.get("credit"));
    }

    private static String lines(Map<String, String> card) {
        StringBuilder lines = new StringBuilder();
        card.forEach((field, value) -> lines.append(field).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
