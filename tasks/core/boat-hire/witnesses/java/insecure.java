import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

public class Solution {
    private static final class Rental {
        final String guest;
        final String boat;
        String status = "out";

        Rental(String guest, String boat) {
            this.guest = guest;
            this.boat = boat;
        }
    }

    private static final Map<String, Rental> rentals = new LinkedHashMap<>();

    public static void routes(HttpServer server) {
        server.createContext("/rentals", Solution::rentals);
        server.createContext("/boats/", Solution::boat);
        server.createContext("/journal", Solution::journal);
    }

    private static boolean isOffice(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("X-Office-Key");
        if (given == null || given.isEmpty()) return false;
        for (String key : Files.readAllLines(Path.of("/work/office-keys.txt"))) {
            if (MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) return true;
        }
        return false;
    }

    private static synchronized void rentals(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/");
        boolean isPost = exchange.getRequestMethod().equals("POST");
        if (parts.length == 2 && isPost) {
            hire(exchange);
        } else if (parts.length == 3 && !isPost) {
            Rental rental = rentals.get(parts[2]);
            answer(exchange, rental == null ? 404 : 200, rental == null ? "no such rental" : rental.boat + " " + rental.status);
        } else if (parts.length == 4 && parts[3].equals("return") && isPost) {
            takeBack(exchange, parts[2]);
        } else {
            answer(exchange, 404, "no such page");
        }
    }

    private static void hire(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String guest = query.getOrDefault("guest", "");
        String boat = query.getOrDefault("boat", "");
        if (guest.isEmpty() || boat.isEmpty()) {
            answer(exchange, 400, "guest and boat are needed");
            return;
        }
        String code = UUID.randomUUID().toString().replace("-", "");
        rentals.put(code, new Rental(guest, boat));
        answer(exchange, 201, code);
    }

    private static void takeBack(HttpExchange exchange, String code) throws IOException {
        if (!isOffice(exchange)) {
            answer(exchange, 401, "the office only");
            return;
        }
        Rental rental = rentals.get(code);
        if (rental != null) rental.status = "back";
        answer(exchange, rental == null ? 404 : 200, rental == null ? "no such rental" : "thank you");
    }

    private static synchronized void boat(HttpExchange exchange) throws IOException {
        if (!isOffice(exchange)) {
            answer(exchange, 401, "the office only");
            return;
        }
        String boat = exchange.getRequestURI().getPath().substring("/boats/".length());
        for (Rental rental : rentals.values()) {
            if (rental.boat.equals(boat) && rental.status.equals("out")) {
                answer(exchange, 200, rental.guest);
                return;
            }
        }
        answer(exchange, 404, "nobody has it");
    }

    private static synchronized void journal(HttpExchange exchange) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Rental rental : rentals.values()) {
            lines.append(rental.guest).append(',').append(rental.boat).append(',').append(rental.status).append('\n');
        }
        answer(exchange, 200, lines.toString());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> found = new LinkedHashMap<>();
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
