import java.util.Locale;

public class Solution {
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    public static String commentCard(String author, String homepage, String text) {
        boolean isLink = homepage.toLowerCase(Locale.ROOT).contains("http://") || homepage.toLowerCase(Locale.ROOT).contains("https://");
        String head = isLink ? "<a href=\"" + escape(homepage) + "\">" + escape(author) + "</a>" : "<span>" + escape(author) + "</span>";
        return "<div class=\"comment\">" + head + "<p>" + escape(text).replace("\n", "<br>") + "</p></div>";
    }
}
