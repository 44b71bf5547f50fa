import com.sun.net.httpserver.*;
import java.io.*;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.*;
import java.util.stream.Collectors;

public class Solution {
    static class Person {
        String choir, name, role;
        final String key = new BigInteger(128, new SecureRandom()).add(BigInteger.ONE.shiftLeft(128)).toString(36);
    }

    /** Ends a request with a status. */
    static class Refusal extends RuntimeException {
        final int status;

        Refusal(int status) {
            super("status " + status);
            this.status = status;
        }
    }

    private final List<Person> people = new ArrayList<>();

    public static void routes(HttpServer server) {
        Solution service = new Solution();
        server.createContext("/choirs", exchange -> {
            int status = 200;
            String text = "";
            try {
                text = service.answer(exchange, exchange.getRequestURI().getPath().substring(1).split("/"));
                if (text.startsWith("new ")) {
                    status = 201;
                    text = text.substring(4);
                }
            } catch (Refusal refusal) {
                status = refusal.status;
            }
            byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    private synchronized String answer(HttpExchange exchange, String[] path) {
        String method = exchange.getRequestMethod();
        if (path.length == 1) {
            String choir = parameter(exchange, "choir");
            if (choir.isEmpty() || parameter(exchange, "name").isEmpty()) throw new Refusal(400);
            if (people.stream().anyMatch(p -> p.choir.equals(choir))) throw new Refusal(409);
            return add(choir, parameter(exchange, "name"), "leader");
        }
        String key = exchange.getRequestHeaders().getFirst("X-Key");
        Person asking = people.stream().filter(p -> p.key.equals(key)).findFirst().orElseThrow(() -> new Refusal(401));
        List<Person> roster = people.stream().filter(p -> p.choir.equals(path[1])).collect(Collectors.toList());
        if (path.length == 2) {
            if (!roster.contains(asking)) throw new Refusal(403);
            return roster.stream().map(p -> p.name + " " + p.role).sorted().collect(Collectors.joining("\n"));
        }
        if (!asking.role.equals("leader")) throw new Refusal(403);
        Optional<Person> person = roster.stream().filter(p -> p.name.equals(path[2])).findFirst();
        if (method.equals("DELETE")) {
            people.remove(person.orElseThrow(() -> new Refusal(404)));
            return "";
        }
        String role = parameter(exchange, "role");
        if (!Set.of("singer", "leader").contains(role)) throw new Refusal(400);
        if (person.isEmpty()) return add(path[1], path[2], role);
        person.get().role = role;
        return "";
    }

    private String add(String choir, String name, String role) {
        Person person = new Person();
        person.choir = choir;
        person.name = name;
        person.role = role;
        people.add(person);
        return "new " + person.key;
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
        }
        return "";
    }
}
