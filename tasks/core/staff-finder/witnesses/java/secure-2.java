import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class Solution {
    private static String bytes(String text) {
        StringBuilder result = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            result.append(String.format("\\%02x", one));
        }
        return result.toString();
    }

    public static String personFilter(String part, String department) {
        if (part == null || part.equals("")) throw new IllegalArgumentException("part must not be empty");
        List<String> conditions = new ArrayList<>(List.of("(objectClass=person)", "(visible=TRUE)"));
        conditions.add(String.format("(|(cn=*%1$s*)(mail=*%1$s*))", bytes(part)));
        if (department != null && !department.isEmpty()) {
            conditions.add("(ou=" + bytes(department) + ")");
        }
        return "(&" + String.join("", conditions) + ")";
    }
}
