public class Solution {
    public static String orderDocument(String customer, String tile, int quantity, String remark) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        String note = remark.isEmpty() ? "" : String.format("  <remark>%s</remark>%n", remark);
        return String.format("<order customer=\"%s\">%n  <line quantity=\"%d\">%s</line>%n%s</order>", customer, quantity, tile, note);
    }
}
