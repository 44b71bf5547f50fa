import java.util.Locale;

public class Solution {
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public static String commentCard(String author, String homepage, String text) {
        String address = homepage.toLowerCase(Locale.ROOT);
        boolean isLink = address.startsWith("http://") || address.startsWith("https://");
        String head = isLink ? "<a href=\"" + escape(homepage) + "\">" + escape(author) + "</a>" : "<span>" + escape(author) + "</span>";
        return "<div class=\"comment\">" + head + "<p>" + escape(text).replace("\n", "<br>") + "</p></div>";
    }
}
