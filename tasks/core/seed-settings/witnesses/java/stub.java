import com.sun.net.httpserver.HttpServer;

public class Solution {
    public static void routes(HttpServer server) {
        server.createContext("/join", exchange -> {
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.createContext("/settings", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }
}
