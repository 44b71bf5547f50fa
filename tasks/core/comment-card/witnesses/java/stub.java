public class Solution {
    public static String commentCard(String author, String homepage, String text) {
        return "<div class=\"comment\"></div>";
    }
}
