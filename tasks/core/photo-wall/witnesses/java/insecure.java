import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

public class Solution {
    record Photo(String type, byte[] content) {}

    private static final List<Photo> photos = new ArrayList<>();

    public static void routes(HttpServer server) {
        server.createContext("/photos", Solution::handle);
    }

    private static synchronized void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            upload(exchange);
        } else {
            show(exchange);
        }
    }

    private static void upload(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        String name = name(exchange);
        String type = URLConnection.guessContentTypeFromName(name.toLowerCase(Locale.ROOT));
        if (content.length == 0 || name.isEmpty()) {
            answer(exchange, 400, "text/plain", "a photo has a name and bytes".getBytes(StandardCharsets.UTF_8));
            return;
        }
        photos.add(new Photo(type == null ? "application/octet-stream" : type, content));
        answer(exchange, 201, "text/plain", Integer.toString(photos.size()).getBytes(StandardCharsets.UTF_8));
    }

    private static void show(HttpExchange exchange) throws IOException {
        String number = exchange.getRequestURI().getPath().substring("/photos".length()).replace("/", "");
        int at = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
        if (at < 1 || at > photos.size()) {
            answer(exchange, 404, "text/plain", "no such photo".getBytes(StandardCharsets.UTF_8));
            return;
        }
        Photo photo = photos.get(at - 1);
        answer(exchange, 200, photo.type(), photo.content());
    }

    private static String name(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith("name=")) return URLDecoder.decode(pair.substring("name=".length()), StandardCharsets.UTF_8);
        }
        return "";
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
