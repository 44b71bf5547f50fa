import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    private static final Map<String, List<Integer>> figures = new HashMap<>();

    private static List<Integer> figuresOf(String kiosk) {
        return figures.getOrDefault(kiosk, new ArrayList<>());
    }

    public static void addFigure(String kiosk, int figure) {
        figures.computeIfAbsent(kiosk, key -> new ArrayList<>()).add(figure);
    }

    public static int total(String kiosk) {
        int sum = 0;
        for (int figure : figuresOf(kiosk)) {
            sum += figure;
        }
        return sum;
    }

    public static int days(String kiosk) {
        return figuresOf(kiosk).size();
    }

    public static int largest(String kiosk) {
        return Collections.max(figuresOf(kiosk));
    }

    public static int smallest(String kiosk) {
        return Collections.min(figuresOf(kiosk));
    }

    public static int runReport(String kiosk, String reportName) throws Exception {
        Method report = Solution.class.getMethod(reportName, String.class);
        return (Integer) report.invoke(null, kiosk);
    }

    public static void closeKiosk(String kiosk) {
        figures.remove(kiosk);
    }
}
