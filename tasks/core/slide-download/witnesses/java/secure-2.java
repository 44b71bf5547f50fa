import java.util.LinkedHashMap;
import java.util.Map;

public class Solution {
    public static String downloadHead(String fileName, String owner, int size) {
        if (fileName == null || fileName.length() == 0) throw new IllegalArgumentException("no name");
        if (size < 0) throw new IllegalArgumentException("negative size");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Content-Length", Integer.toString(size));
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName.replaceAll("([\"\\\\])", "\\\\$1") + "\"");
        headers.put("X-Owner", owner);
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value.replaceAll("\\p{Cntrl}", "_")).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
