import java.util.Locale;

public class Solution {
    public static String commentCard(String author, String homepage, String text) {
        String address = homepage.toLowerCase(Locale.ROOT);
        boolean isLink = address.startsWith("http://") || address.startsWith("https://");
        String head = isLink ? "<a href=\"" + homepage + "\">" + author + "</a>" : "<span>" + author + "</span>";
        return "<div class=\"comment\">" + head + "<p>" + text.replace("\n", "<br>") + "</p></div>";
    }
}
