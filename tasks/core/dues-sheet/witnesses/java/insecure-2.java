public class Solution {
    private static String cell(String text) {
        if (text.startsWith("=")) {
            text = "'" + text;
        }
        if (text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r")) {
            text = "\"" + text.replace("\"", "\"\"") + "\"";
        }
        return text;
    }

    public static String duesRow(String member, String remark, String amount) {
        if (!amount.matches("[+-]?\\d+(\\.\\d+)?")) throw new IllegalArgumentException("amount must be a number");
        return String.join(",", cell(member), cell(remark), amount) + "\r\n";
    }
}
