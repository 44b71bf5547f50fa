package fathom;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a call yields, as JSON: own data only. No method that the candidate could have overridden is asked for its opinion. */
final class Results {
    // A little less than a line of the protocol holds: the id is part of it.
    private static final int LINE_LIMIT = 16 * 1024 * 1024 - 1024;
    // The line itself is one level of its 64.
    private static final int DEPTH_LIMIT = 60;
    private static final long SAFE = (1L << 53) - 1;

    private final StringBuilder text = new StringBuilder();

    static String encoded(Object value) throws Throwable {
        Results results = new Results();
        results.put(value, 0);
        String text = results.text.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > LINE_LIMIT) throw new NotJson("too large");
        return text;
    }

    static final class NotJson extends Exception {
        NotJson(String what) {
            super("not JSON: " + what);
        }
    }

    private void put(Object value, int depth) throws Throwable {
        if (depth > DEPTH_LIMIT) throw new NotJson("cyclic or nested too deeply");
        if (text.length() > LINE_LIMIT) throw new NotJson("too large");
        if (value == null || value instanceof Boolean) text.append(value);
        else if (value instanceof String string) text.append(Json.quoted(string));
        else if (value instanceof Character letter) text.append(Json.quoted(letter.toString()));
        else if (value instanceof byte[] bytes) text.append("{\"$bytes\":\"").append(Base64.getEncoder().encodeToString(bytes)).append("\"}");
        else if (value instanceof Number number) putNumber(number);
        else if (value.getClass().isArray()) putArray(value, depth);
        else if (value instanceof List<?> list) putArray(itemsOf(list), depth);
        else if (value instanceof Map<?, ?> map) putMap(map, depth);
        else throw new NotJson("an object of " + value.getClass().getName());
    }

    private void putNumber(Number number) throws NotJson {
        Class<?> type = number.getClass();
        if (type == Double.class || type == Float.class) {
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) throw new NotJson(number.toString());
            text.append(number);
        } else if (type == BigDecimal.class) {
            BigDecimal value = (BigDecimal) number;
            if (Double.isInfinite(value.doubleValue())) throw new NotJson("a number beyond all doubles");
            text.append(value);
        } else if (type == BigInteger.class) {
            putBig((BigInteger) number);
        } else if (type == Integer.class || type == Long.class || type == Short.class || type == Byte.class) {
            putLong(number.longValue());
        } else {
            throw new NotJson("an object of " + type.getName());
        }
    }

    private void putLong(long value) {
        if (value >= -SAFE && value <= SAFE) text.append(value);
        else text.append("{\"$integer\":\"").append(value).append("\"}");
    }

    private void putBig(BigInteger value) {
        if (value.bitLength() < 64) putLong(value.longValue());
        else text.append("{\"$integer\":\"").append(value).append("\"}");
    }

    private void putArray(Object array, int depth) throws Throwable {
        text.append('[');
        for (int index = 0; index < Array.getLength(array); index++) {
            if (index > 0) text.append(',');
            put(Array.get(array, index), depth + 1);
        }
        text.append(']');
    }

    private void putMap(Map<?, ?> map, int depth) throws Throwable {
        char before = '{';
        for (Object each : entriesOf(map)) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
            if (!(entry.getKey() instanceof String key)) throw new NotJson("a key that is not a String");
            text.append(before).append(Json.quoted(key)).append(':');
            put(entry.getValue(), depth + 1);
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private static Object[] itemsOf(List<?> list) throws Throwable {
        Class<?> base = baseOf(list.getClass());
        if (base == list.getClass()) return list.toArray();
        return (Object[]) own(base, List.class, "toArray", Object[].class).invoke(list);
    }

    private static Set<?> entriesOf(Map<?, ?> map) throws Throwable {
        Class<?> base = baseOf(map.getClass());
        if (base == map.getClass()) return map.entrySet();
        return (Set<?>) own(base, Map.class, "entrySet", Set.class).invoke(map);
    }

    /** The nearest class of the JDK itself: `new HashMap<>() {{ put("a", 1); }}` is a HashMap. */
    private static Class<?> baseOf(Class<?> type) {
        Class<?> base = type;
        while (base.getClassLoader() != null) base = base.getSuperclass();
        return base;
    }

    /** The method as class `base` has it, whatever a subclass made of it (`--add-opens java.base/java.util=ALL-UNNAMED`). */
    private static MethodHandle own(Class<?> base, Class<?> wanted, String method, Class<?> result) throws Exception {
        if (!wanted.isAssignableFrom(base) || Modifier.isAbstract(base.getModifiers()) || !base.getPackageName().equals("java.util"))
            throw new NotJson("a " + wanted.getSimpleName() + " of the candidate's own making");
        return MethodHandles.privateLookupIn(base, MethodHandles.lookup()).findSpecial(base, method, MethodType.methodType(result), base);
    }

    /** What came out of a call instead of a value. */
    static String raised(Throwable thrown) {
        String type = thrown instanceof NotJson ? "TypeError" : nameOf(thrown.getClass());
        return "{\"type\":" + Json.quoted(cut(type, 200)) + ",\"message\":" + Json.quoted(cut(messageOf(thrown), 4096)) + "}";
    }

    static String nameOf(Class<?> type) {
        String simple = type.getSimpleName();
        return simple.isEmpty() ? type.getName() : simple;
    }

    static String messageOf(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message;
        } catch (Throwable worse) {
            return "(the exception has no text)";
        }
    }

    private static String cut(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }
}
