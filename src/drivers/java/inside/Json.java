package fathom;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON: objects are maps, arrays lists, numbers Long, BigInteger or Double, and the protocol's tagged values byte arrays and
 * integers. What the host sends is well formed.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    private Object value() {
        char first = next();
        switch (first) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                at += 3;
                return true;
            case 'f':
                at += 4;
                return false;
            case 'n':
                at += 3;
                return null;
            default:
                return number();
        }
    }

    /** The next character that is not white space. */
    private char next() {
        while (" \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        return text.charAt(at++);
    }

    private Object object() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (next() == '}') return members;
        do {
            at--;
            next();
            String key = string();
            next();
            members.put(key, value());
        } while (next() == ',' && next() == '"');
        return members.size() == 1 ? untagged(members) : members;
    }

    private static Object untagged(Map<String, Object> members) {
        if (members.get("$bytes") instanceof String text) return Base64.getDecoder().decode(text);
        if (members.get("$integer") instanceof String text) return whole(text);
        return members;
    }

    private static Object whole(String text) {
        if (text.length() < 19) return Long.valueOf(text);
        BigInteger exact = new BigInteger(text);
        if (exact.bitLength() > 63) return exact;
        return exact.longValue();
    }

    private Object array() {
        List<Object> items = new ArrayList<>();
        if (next() == ']') return items;
        at--;
        do {
            items.add(value());
        } while (next() == ',');
        return items;
    }

    private String string() {
        StringBuilder found = new StringBuilder();
        while (true) {
            char each = text.charAt(at++);
            if (each == '"') return found.toString();
            found.append(each == '\\' ? escaped() : each);
        }
    }

    private char escaped() {
        char kind = text.charAt(at++);
        if (kind != 'u') return "\b\f\n\r\t\"\\/".charAt("bfnrt\"\\/".indexOf(kind));
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Object number() {
        int start = at - 1;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        String found = text.substring(start, at);
        boolean isWhole = found.indexOf('.') < 0 && found.indexOf('e') < 0 && found.indexOf('E') < 0;
        return isWhole ? whole(found) : (Object) Double.valueOf(found);
    }

    /** Half of a surrogate pair, which UTF-8 can't carry. */
    private static boolean isLone(String text, int index) {
        char each = text.charAt(index);
        if (Character.isHighSurrogate(each)) return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        return Character.isLowSurrogate(each) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** A JSON string. */
    static String quoted(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16).append('"');
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each == '"' || each == '\\') result.append('\\').append(each);
            else if (each < ' ' || isLone(text, index)) result.append(String.format("\\u%04x", (int) each));
            else result.append(each);
        }
        return result.append('"').toString();
    }
}
