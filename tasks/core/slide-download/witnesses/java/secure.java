public class Solution {
    private static String oneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a name has one line");
        }
        return text;
    }

    public static String downloadHead(String fileName, String owner, int size) {
        if (fileName.isEmpty() || size < 0) {
            throw new IllegalArgumentException("a download needs a name and a size");
        }
        String quoted = oneLine(fileName).replace("\\", "\\\\").replace("\"", "\\\"");
        return String.join("\r\n",
            "HTTP/1.1 200 OK",
            "Content-Type: application/octet-stream",
            "Content-Length: " + size,
            "Content-Disposition: attachment; filename=\"" + quoted + "\"",
            "X-Owner: " + oneLine(owner),
            "", "");
    }
}
