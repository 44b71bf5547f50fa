public class Solution {
    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
    }

    public static String orderDocument(String customer, String tile, int quantity, String remark) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        StringBuilder result = new StringBuilder();
        result.append("<order customer=\"").append(xml(customer)).append("\">");
        result.append("<line quantity=\"").append(quantity).append("\">").append(xml(tile)).append("</line>");
        if (!remark.isEmpty()) {
            result.append("<remark>").append(xml(remark)).append("</remark>");
        }
        return result.append("</order>").toString();
    }
}
