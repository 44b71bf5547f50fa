import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

public class Solution {
    private static final Map<String, List<Integer>> KIOSKS = new HashMap<>();
    private static final Map<String, ToIntFunction<List<Integer>>> REPORTS = Map.of(
        "total", figures -> figures.stream().mapToInt(Integer::intValue).sum(),
        "days", List::size,
        "largest", Collections::max,
        "smallest", Collections::min);

    public static void addFigure(String kiosk, int figure) {
        KIOSKS.computeIfAbsent(kiosk, name -> new ArrayList<>()).add(figure);
    }

    public static int runReport(String kiosk, String reportName) {
        ToIntFunction<List<Integer>> report = REPORTS.get(reportName);
        if (report == null) {
            throw new IllegalArgumentException("no such report: " + reportName);
        }
        return report.applyAsInt(KIOSKS.getOrDefault(kiosk, List.of()));
    }

    public static void closeKiosk(String kiosk) {
        KIOSKS.remove(kiosk);
    }
}
