public class Solution {
    public static String personFilter(String part, String department) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("part is empty");
        }
        String unit = department.isEmpty() ? "" : "(ou=" + department + ")";
        return "(&(objectClass=person)(visible=TRUE)(|(cn=*" + part + "*)(mail=*" + part + "*))" + unit + ")";
    }
}
