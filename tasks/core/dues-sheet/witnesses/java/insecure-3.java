public class Solution {
    private static String cell(String text) {
        StringBuilder result = new StringBuilder("\"");
        if (text.matches("(?s)[=+@-].*")) {
            result.append("'");
        }
        return result.append(text.replace("\"", "\"\"")).append("\"").toString();
    }

    public static String duesRow(String member, String remark, String amount) {
        if (!amount.matches("[+-]?\\d+(\\.\\d+)?")) throw new IllegalArgumentException("amount must be a number");
        return cell(member) + "," + cell(remark) + "," + amount + "\r\n";
    }
}
