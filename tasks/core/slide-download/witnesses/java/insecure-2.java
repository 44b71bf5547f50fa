public class Solution {
    private static String clean(String text) {
        return text.replace("\r\n", " ");
    }

    public static String downloadHead(String fileName, String owner, int size) {
        if (fileName.isEmpty() || size < 0) throw new IllegalArgumentException("name or size is wrong");
        String name = clean(fileName).replace("\\", "\\\\").replace("\"", "\\\"");
        return "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + size
            + "\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\nX-Owner: " + clean(owner) + "\r\n\r\n";
    }
}
