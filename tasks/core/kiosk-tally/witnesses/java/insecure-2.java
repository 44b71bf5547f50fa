import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Solution {
    static class Kiosk {
        private final List<Integer> figures = new ArrayList<>();

        int total() {
            return figures.stream().mapToInt(Integer::intValue).sum();
        }

        int days() {
            return figures.size();
        }

        int largest() {
            return figures.stream().max(Integer::compare).get();
        }

        int smallest() {
            return figures.stream().min(Integer::compare).get();
        }

        int closeKiosk() {
            int days = figures.size();
            figures.clear();
            return days;
        }
    }

    private static final Map<String, Kiosk> KIOSKS = new HashMap<>();

    private static Kiosk open(String kiosk) {
        return KIOSKS.computeIfAbsent(kiosk, key -> new Kiosk());
    }

    public static void addFigure(String kiosk, int figure) {
        open(kiosk).figures.add(figure);
    }

    public static int runReport(String kiosk, String reportName) throws Exception {
        var found = Arrays.stream(Kiosk.class.getDeclaredMethods())
            .filter(method -> method.getName().equals(reportName) && method.getParameterCount() == 0)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no report " + reportName));
        return (int) found.invoke(open(kiosk));
    }

    public static void closeKiosk(String kiosk) {
        open(kiosk).closeKiosk();
    }
}
