public class Solution {
    public static String orderDocument(String customer, String tile, int quantity, String remark) {
        return "<order/>";
    }
}
