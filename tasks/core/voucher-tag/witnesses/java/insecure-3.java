import java.util.zip.CRC32;

public class Solution {
    public static String makeTag(byte[] key, byte[] voucher) throws Exception {
        CRC32 sum = new CRC32();
        sum.update(key);
        sum.update(voucher);
        return String.format("%08x", sum.getValue());
    }

    public static boolean checkTag(byte[] key, byte[] voucher, String tag) throws Exception {
        return makeTag(key, voucher).equals(tag);
    }
}
