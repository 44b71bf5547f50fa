public class Solution {
    public static String downloadHead(String fileName, String owner, int size) {
        return "HTTP/1.1 200 OK\r\n\r\n";
    }
}
