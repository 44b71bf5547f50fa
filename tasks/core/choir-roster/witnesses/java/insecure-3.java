import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

public class Solution {
    private static final class Owner {
        final String choir;
        final String name;
        boolean leads;

        Owner(String choir, String name, boolean leads) {
            this.choir = choir;
            this.name = name;
            this.leads = leads;
        }

        boolean is(String choir, String name) {
            return this.choir.equals(choir) && this.name.equals(name);
        }
    }

    private static final Map<String, Map<String, String>> rosters = new HashMap<>();
    private static final Map<String, Owner> keys = new HashMap<>();

    public static void routes(HttpServer server) {
        server.createContext("/choirs", Solution::handle);
    }

    private static synchronized void handle(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/");
        switch (exchange.getRequestMethod() + parts.length) {
            case "POST2" -> found(exchange);
            case "GET3" -> read(exchange, parts[2]);
            case "PUT4" -> giveRole(exchange, parts[2], parts[3]);
            case "DELETE4" -> takeOff(exchange, parts[2], parts[3]);
            default -> answer(exchange, 404, "no such page");
        }
    }

    private static void found(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String choir = query.getOrDefault("choir", "");
        String name = query.getOrDefault("name", "");
        if (choir.isEmpty() || name.isEmpty()) {
            answer(exchange, 400, "choir and name are needed");
        } else if (rosters.containsKey(choir)) {
            answer(exchange, 409, "there is such a choir");
        } else {
            rosters.put(choir, new TreeMap<>(Map.of(name, "leader")));
            answer(exchange, 201, newKey(choir, name, true));
        }
    }

    private static void read(HttpExchange exchange, String choir) throws IOException {
        if (!isAllowed(exchange, choir, false)) return;
        StringBuilder lines = new StringBuilder();
        rosters.get(choir).forEach((name, role) -> lines.append(name).append(' ').append(role).append('\n'));
        answer(exchange, 200, lines.toString());
    }

    private static void giveRole(HttpExchange exchange, String choir, String name) throws IOException {
        if (!isAllowed(exchange, choir, true)) return;
        String role = query(exchange).getOrDefault("role", "");
        if (!role.equals("singer") && !role.equals("leader")) {
            answer(exchange, 400, "no such role");
        } else if (rosters.get(choir).put(name, role) == null) {
            answer(exchange, 201, newKey(choir, name, role.equals("leader")));
        } else {
            for (Owner owner : keys.values()) {
                if (owner.is(choir, name)) owner.leads |= role.equals("leader");
            }
            answer(exchange, 200, "changed");
        }
    }

    private static void takeOff(HttpExchange exchange, String choir, String name) throws IOException {
        if (!isAllowed(exchange, choir, true)) return;
        if (rosters.get(choir).remove(name) == null) {
            answer(exchange, 404, "nobody of that name");
            return;
        }
        keys.values().removeIf(owner -> owner.is(choir, name));
        answer(exchange, 200, "gone");
    }

    /** Answers the request itself where it is not. */
    private static boolean isAllowed(HttpExchange exchange, String choir, boolean toChange) throws IOException {
        Owner owner = keys.get(exchange.getRequestHeaders().getFirst("X-Key"));
        if (owner == null) {
            answer(exchange, 401, "who are you?");
            return false;
        }
        if (!owner.choir.equals(choir) || (toChange && !owner.leads)) {
            answer(exchange, 403, "not allowed");
            return false;
        }
        return true;
    }

    private static String newKey(String choir, String name, boolean leads) {
        String key = UUID.randomUUID().toString().replace("-", "");
        keys.put(key, new Owner(choir, name, leads));
        return key;
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
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
