import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

public class Solution {
    private enum Report { total, days, largest, smallest }

    private static final Map<String, List<Integer>> kiosks = new ConcurrentHashMap<>();

    public static void addFigure(String kiosk, int figure) {
        kiosks.computeIfAbsent(kiosk, key -> new CopyOnWriteArrayList<>()).add(figure);
    }

    public static int runReport(String kiosk, String reportName) {
        IntStream figures = kiosks.getOrDefault(kiosk, List.of()).stream().mapToInt(figure -> figure);
        return switch (Report.valueOf(reportName)) {
            case total -> figures.sum();
            case days -> (int) figures.count();
            case largest -> figures.max().orElseThrow();
            case smallest -> figures.min().orElseThrow();
        };
    }

    public static void closeKiosk(String kiosk) {
        kiosks.remove(kiosk);
    }
}
