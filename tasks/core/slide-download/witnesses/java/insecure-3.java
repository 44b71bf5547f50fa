public class Solution {
    public static String downloadHead(String fileName, String owner, int size) {
        if (fileName.isEmpty() || size < 0) throw new IllegalArgumentException("name or size is wrong");
        if (!fileName.matches("[ -~]+")) throw new IllegalArgumentException("fileName is not plain");
        String name = fileName.replace("\\", "\\\\").replace("\"", "\\\"");
        String head = "HTTP/1.1 200 OK\r\n";
        head += String.format("X-Owner: %s\r\nContent-Length: %d\r\n", owner, size);
        head += String.format("Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"%s\"\r\n", name);
        return head + "\r\n";
    }
}
