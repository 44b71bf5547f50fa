public class Solution {
    private static String value(String text) {
        StringBuilder result = new StringBuilder();
        for (char sign : text.toCharArray()) {
            switch (sign) {
                case '\\' -> result.append("\\5c");
                case '*' -> result.append("\\2a");
                case '(' -> result.append("\\28");
                case ')' -> result.append("\\29");
                case '\0' -> result.append("\\00");
                default -> result.append(sign);
            }
        }
        return result.toString();
    }

    public static String personFilter(String part, String department) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        String text = value(part);
        String unit = department.isEmpty() ? "" : "(ou=" + value(department) + ")";
        return "(&(objectClass=person)(visible=TRUE)(|(cn=*" + text + "*)(mail=*" + text + "*))" + unit + ")";
    }
}
