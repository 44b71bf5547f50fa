import com.sun.net.httpserver.HttpServer;

public class Solution {
    public static void routes(HttpServer server) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
    }
}
