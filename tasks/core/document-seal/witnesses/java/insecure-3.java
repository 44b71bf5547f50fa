import java.util.zip.CRC32;

public class Solution {
    public static String seal(byte[] document) {
        CRC32 sum = new CRC32();
        sum.update(document);
        return String.format("%d-%08x", document.length, sum.getValue());
    }
}
