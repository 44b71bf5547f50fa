public class Solution {
    private static String cdata(String text) {
        return "<![CDATA[" + text + "]]>";
    }

    public static String orderDocument(String customer, String tile, int quantity, String remark) {
        if (quantity < 1) throw new IllegalArgumentException("quantity must be at least 1");
        String name = customer.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        String result = "<order customer=\"" + name + "\"><line quantity=\"" + quantity + "\">" + cdata(tile) + "</line>";
        if (!remark.isEmpty()) {
            result += "<remark>" + cdata(remark) + "</remark>";
        }
        return result + "</order>";
    }
}
