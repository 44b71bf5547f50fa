import java.util.Locale;

public class Solution {
    private static String clean(String text) {
        return text.replaceAll("(?i)</?script[^>]*>", "");
    }

    public static String commentCard(String author, String homepage, String text) {
        String address = homepage.toLowerCase(Locale.ROOT);
        boolean isLink = address.startsWith("http://") || address.startsWith("https://");
        String head = isLink ? "<a href=\"" + homepage.replace("\"", "%22") + "\">" + clean(author) + "</a>" : "<span>" + clean(author) + "</span>";
        return "<div class=\"comment\">" + head + "<p>" + clean(text).replace("\n", "<br>") + "</p></div>";
    }
}
