import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Solution {
    private static final class Member {
        volatile String email;
        final String formKey = newKey();

        Member(String email) {
            this.email = email;
        }
    }

    private static final Map<String, Member> members = new ConcurrentHashMap<>();
    private static final SecureRandom random = new SecureRandom();

    public static void routes(HttpServer server) {
        server.createContext("/join", Solution::join);
        server.createContext("/settings", Solution::settings);
    }

    private static void join(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String name = form.getOrDefault("name", "");
        String email = form.getOrDefault("email", "");
        if (name.isEmpty() || email.isEmpty()) {
            answer(exchange, 400, "name and email are needed");
            return;
        }
        String key = newKey();
        members.put(key, new Member(email));
        exchange.getResponseHeaders().add("Set-Cookie", "member=" + key + "; Path=/; HttpOnly");
        answer(exchange, 201, "Welcome");
    }

    private static void settings(HttpExchange exchange) throws IOException {
        Member member = members.get(cookie(exchange, "member"));
        if (member == null) {
            answer(exchange, 401, "members only");
        } else if (exchange.getRequestMethod().equals("POST")) {
            change(exchange, member);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            answer(exchange, 200, page(member));
        }
    }

    private static String page(Member member) {
        return "<!doctype html><title>Settings</title><p>Your e-mail address: " + text(member.email) + "</p>"
            + "<form method=\"post\" action=\"/settings\"><input type=\"hidden\" name=\"formKey\" value=\"" + member.formKey + "\">"
            + "<input name=\"email\"><button>Change</button></form>";
    }

    private static void change(HttpExchange exchange, Member member) throws IOException {
        Map<String, String> form = form(exchange);
        String email = form.getOrDefault("email", "");
        byte[] sent = form.getOrDefault("formKey", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sent, member.formKey.getBytes(StandardCharsets.UTF_8))) {
            answer(exchange, 403, "please send the form of the page");
        } else if (email.isEmpty()) {
            answer(exchange, 400, "email is needed");
        } else {
            member.email = email;
            exchange.getResponseHeaders().set("Location", "/settings");
            answer(exchange, 303, "");
        }
    }

    private static String newKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String cookie(HttpExchange exchange, String name) {
        String header = exchange.getRequestHeaders().getFirst("Cookie");
        for (String part : (header == null ? "" : header).split("; *")) {
            if (part.startsWith(name + "=")) return part.substring(name.length() + 1);
        }
        return "";
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
