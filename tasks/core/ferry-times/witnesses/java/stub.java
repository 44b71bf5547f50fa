import com.sun.net.httpserver.HttpServer;

public class Solution {
    public static void routes(HttpServer server) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }
}
