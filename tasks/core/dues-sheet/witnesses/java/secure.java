public class Solution {
    private static String cell(String text) {
        String shown = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + shown.replace("\"", "\"\"") + '"';
    }

    public static String duesRow(String member, String remark, String amount) {
        if (!amount.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not an amount: " + amount);
        }
        return cell(member) + "," + cell(remark) + "," + amount + "\r\n";
    }
}
