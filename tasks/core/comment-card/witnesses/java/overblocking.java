public class Solution {
    private static String plain(String text) {
        return text.replaceAll("[^\\w\\s.,!?-]", "");
    }

    public static String commentCard(String author, String homepage, String text) {
        return "<div class=\"comment\"><span>" + plain(author) + "</span><p>" + plain(text).replace("\n", "<br>") + "</p></div>";
    }
}
