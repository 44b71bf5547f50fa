public class Solution {
    public static void addFigure(String kiosk, int figure) {
    }

    public static int runReport(String kiosk, String reportName) {
        return -1;
    }

    public static void closeKiosk(String kiosk) {
    }
}
