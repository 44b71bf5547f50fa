import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    private static final class Visit {
        List<String> basket = new ArrayList<>();
        String number;
    }

    private static final Map<String, Visit> visits = new HashMap<>();
    private static final SecureRandom random = new SecureRandom();

    public static void routes(HttpServer server) {
        server.createContext("/", Solution::handle);
    }

    private static synchronized void handle(HttpExchange exchange) throws IOException {
        String key = cookie(exchange);
        Visit visit = visits.get(key);
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "POST /basket" -> add(exchange, visit);
            case "GET /basket" -> answer(exchange, 200, visit == null ? "" : String.join("\n", visit.basket));
            case "POST /sign-in" -> signIn(exchange, visit);
            case "GET /account" -> {
                boolean known = visit != null && visit.number != null;
                answer(exchange, known ? 200 : 401, known ? visit.number : "nobody is signed in");
            }
            case "POST /sign-out" -> signOut(exchange, key);
            default -> answer(exchange, 404, "no such page");
        }
    }

    private static void add(HttpExchange exchange, Visit visit) throws IOException {
        String plant = form(exchange).getOrDefault("plant", "");
        if (plant.isEmpty()) {
            answer(exchange, 400, "plant is needed");
            return;
        }
        (visit == null ? start(exchange, new Visit()) : visit).basket.add(plant);
        answer(exchange, 201, "added");
    }

    private static void signIn(HttpExchange exchange, Visit visit) throws IOException {
        Map<String, String> form = form(exchange);
        String number = form.getOrDefault("number", "");
        String code = form.getOrDefault("code", "");
        if (code.isEmpty() || !Files.readAllLines(Path.of("/work/accounts.txt")).contains(number + " " + code)) {
            answer(exchange, 401, "unknown number or code");
            return;
        }
        start(exchange, visit == null ? new Visit() : visit).number = number;
        answer(exchange, 200, "welcome");
    }

    private static void signOut(HttpExchange exchange, String key) throws IOException {
        visits.remove(key);
        exchange.getResponseHeaders().add("Set-Cookie", "visit=; Path=/; Max-Age=0");
        answer(exchange, 200, "goodbye");
    }

    private static Visit start(HttpExchange exchange, Visit visit) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        visits.put(key, visit);
        exchange.getResponseHeaders().add("Set-Cookie", "visit=" + key + "; Path=/; HttpOnly; SameSite=Lax");
        return visit;
    }

    private static String cookie(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Cookie");
        for (String part : (header == null ? "" : header).split("; *")) {
            if (part.startsWith("visit=")) return part.substring("visit=".length());
        }
        return "";
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
