public class Solution {
    private static String clean(String text) {
        return text.replace("\\", "\\5c").replace("(", "\\28").replace(")", "\\29");
    }

    public static String personFilter(String part, String department) {
        if (part.isEmpty()) throw new IllegalArgumentException("part is empty");
        StringBuilder result = new StringBuilder("(&(objectClass=person)(visible=TRUE)");
        if (!department.isEmpty()) {
            result.append("(ou=").append(clean(department)).append(")");
        }
        String text = clean(part);
        return result.append("(|(cn=*").append(text).append("*)(mail=*").append(text).append("*)))").toString();
    }
}
