public class Solution {
    public static String downloadHead(String fileName, String owner, int size) {
        if (fileName.isEmpty()) {
            throw new IllegalArgumentException("fileName must not be empty");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative");
        }
        String name = fileName.replace("\\", "\\\\").replace("\"", "\\\"");
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 200 OK\r\n");
        head.append("Content-Type: application/octet-stream\r\n");
        head.append("Content-Length: ").append(size).append("\r\n");
        head.append("Content-Disposition: attachment; filename=\"").append(name).append("\"\r\n");
        head.append("X-Owner: ").append(owner).append("\r\n");
        head.append("\r\n");
        return head.toString();
    }
}
