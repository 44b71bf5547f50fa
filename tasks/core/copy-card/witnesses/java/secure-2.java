import com.sun.net.httpserver.*;
import java.io.*;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

public class Solution {
    static class Card {
        String name = "";
        String city = "";
        String phone = "";
        String role = "reader";
        int credit = 200;

        synchronized void set(Map<String, String> form) {
            name = form.getOrDefault("name", name);
            city = form.getOrDefault("city", city);
            phone = form.getOrDefault("phone", phone);
        }

        synchronized boolean pay(int pages) {
            int price = role.equals("staff") ? 0 : pages * 5;
            if (price > credit) return false;
            credit -= price;
            return true;
        }

        @Override
        public String toString() {
            return String.join("\n", "name: " + name, "city: " + city, "phone: " + phone, "role: " + role, "credit: " + credit);
        }
    }

    interface Page {
        void answer(HttpExchange exchange, Card card, Map<String, String> form) throws IOException;
    }

    private static final Map<String, Card> cards = new ConcurrentHashMap<>();

    public static void routes(HttpServer server) {
        server.createContext("/cards", exchange -> {
            Map<String, String> form = read(exchange);
            Card card = new Card();
            card.set(form);
            if (card.name.isEmpty()) {
                send(exchange, 400, "name is needed");
                return;
            }
            String key = UUID.randomUUID().toString();
            cards.put(key, card);
            send(exchange, 201, key);
        });
        server.createContext("/card", known((exchange, card, form) -> {
            if (exchange.getRequestMethod().equals("POST")) {
                if (form.getOrDefault("name", card.name).isEmpty()) {
                    send(exchange, 400, "name is needed");
                    return;
                }
                card.set(form);
            }
            send(exchange, 200, card.toString());
        }));
        server.createContext("/copies", known((exchange, card, form) -> {
            int pages;
            try {
                pages = Integer.parseInt(form.getOrDefault("pages", ""));
            } catch (NumberFormatException none) {
                pages = 0;
            }
            if (pages < 1 || pages > 500) send(exchange, 400, "from 1 to 500");
            else if (card.pay(pages)) send(exchange, 200, "" + card.credit);
            else send(exchange, 409, "not enough");
        }));
    }

    private static HttpHandler known(Page page) {
        return exchange -> {
            Card card = cards.get(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Card-Key"), ""));
            if (card == null) send(exchange, 401, "no such card");
            else page.answer(exchange, card, read(exchange));
        };
    }

    private static Map<String, String> read(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        Scanner pairs = new Scanner(exchange.getRequestBody(), StandardCharsets.UTF_8).useDelimiter("&");
        while (pairs.hasNext()) {
            String[] pair = pairs.next().split("=", 2);
            if (pair.length == 2) form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
