import java.net.URI;
import java.net.URISyntaxException;

public class Solution {
    private static final URI SHOP = URI.create("https://shop.example");

    public static String nextPage(String target) {
        try {
            URI address = new URI(target);
            boolean isPath = address.getScheme() == null && address.getRawAuthority() == null && target.startsWith("/") && !target.startsWith("//");
            boolean isOurs = "https".equals(address.getScheme()) && SHOP.getRawAuthority().equals(address.getRawAuthority());
            return isPath || (isOurs && target.startsWith(SHOP + "/")) ? target : "/";
        } catch (URISyntaxException notAnAddress) {
            return "/";
        }
    }
}
