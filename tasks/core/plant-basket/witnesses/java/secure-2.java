import com.sun.net.httpserver.*;
import java.io.*;
import java.net.HttpCookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;

public class Solution {
    private static final Map<String, List<String>> baskets = new ConcurrentHashMap<>();
    private static final Map<String, String> signedIn = new ConcurrentHashMap<>();

    public static void routes(HttpServer server) {
        server.createContext("/basket", exchange -> {
            String id = cookies(exchange).getOrDefault("basket", "");
            if (exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, String.join("\n", baskets.getOrDefault(id, List.of())));
                return;
            }
            String plant = parameter(exchange, "plant");
            if (plant.isEmpty()) {
                send(exchange, 400, "which plant?");
                return;
            }
            if (!baskets.containsKey(id)) {
                id = set(exchange, "basket");
                baskets.put(id, new CopyOnWriteArrayList<>());
            }
            baskets.get(id).add(plant);
            send(exchange, 201, "");
        });
        server.createContext("/sign-in", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String number = parameter(body, "number");
            String line = number + " " + parameter(body, "code");
            if (number.isEmpty() || !Files.readAllLines(Path.of("/work/accounts.txt")).contains(line)) {
                send(exchange, 401, "unknown");
                return;
            }
            signedIn.remove(cookies(exchange).getOrDefault("customer", ""));
            signedIn.put(set(exchange, "customer"), number);
            send(exchange, 200, "");
        });
        server.createContext("/account", exchange -> {
            String number = signedIn.get(cookies(exchange).getOrDefault("customer", ""));
            send(exchange, number == null ? 401 : 200, Objects.requireNonNullElse(number, ""));
        });
        server.createContext("/sign-out", exchange -> {
            Map<String, String> cookies = cookies(exchange);
            signedIn.remove(cookies.getOrDefault("customer", ""));
            baskets.remove(cookies.getOrDefault("basket", ""));
            send(exchange, 200, "");
        });
    }

    private static String set(HttpExchange exchange, String name) {
        String value = UUID.randomUUID().toString();
        exchange.getResponseHeaders().add("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly");
        return value;
    }

    private static Map<String, String> cookies(HttpExchange exchange) {
        Map<String, String> found = new HashMap<>();
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String part : header.split(";")) {
                HttpCookie.parse(part.trim()).forEach(cookie -> found.put(cookie.getName(), cookie.getValue()));
            }
        }
        return found;
    }

    private static String parameter(HttpExchange exchange, String name) throws IOException {
        return parameter(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), name);
    }

    private static String parameter(String body, String name) {
        for (String pair : body.split("&")) {
            if (pair.startsWith(name + "=")) return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
