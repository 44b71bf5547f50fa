public class Solution {
    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public static String orderDocument(String customer, String tile, int quantity, String remark) {
        if (quantity < 1) throw new IllegalArgumentException("quantity must be at least 1");
        String note = remark.isEmpty() ? "" : "<remark>" + xml(remark) + "</remark>";
        return "<order customer=\"" + xml(customer) + "\"><line quantity=\"" + quantity + "\">" + xml(tile) + "</line>" + note + "</order>";
    }
}
