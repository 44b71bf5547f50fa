public class Solution {
    public static String duesRow(String member, String remark, String amount) {
        return ",,\r\n";
    }
}
