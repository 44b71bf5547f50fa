package fathom;

import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fits the values of a call to the parameters that the candidate declared. */
final class Arguments {
    /** A value of the tests that its parameter can't hold. Answering `raised` would look like a refusal of the candidate. */
    static final class Misfit extends Error {
        Misfit(Object value, Type type) {
            this("the argument " + value + " does not fit a parameter of type " + type.getTypeName());
        }

        Misfit(String message) {
            super(message);
        }
    }

    private Arguments() {}

    /** Whether a parameter declared as `type` can take values of the task's type. */
    static boolean canTake(String kind, Type declared) {
        Class<?> type = rawOf(declared);
        switch (kind) {
            case "string":
                return type.isAssignableFrom(String.class);
            case "path":
                return type.isAssignableFrom(String.class) || type == Path.class || type == File.class;
            case "boolean":
                return type == boolean.class || type.isAssignableFrom(Boolean.class);
            case "bytes":
                return type.isAssignableFrom(byte[].class);
            case "number":
                return type == float.class || isFloating(type) || type == BigDecimal.class || type.isAssignableFrom(Double.class);
            case "integer":
                return canTakeInteger(type);
            case "integers":
                return type.isArray() ? canTakeInteger(type.getComponentType()) : type.isAssignableFrom(ArrayList.class) || type == Object.class;
            default:
                return !type.isPrimitive();
        }
    }

    private static boolean isFloating(Class<?> type) {
        return type == double.class || type == Double.class || type == float.class || type == Float.class;
    }

    private static boolean canTakeInteger(Class<?> type) {
        if (type.isPrimitive()) return type != boolean.class && type != char.class && type != void.class;
        return List.of(Integer.class, Long.class, Short.class, Byte.class, BigInteger.class, BigDecimal.class, Double.class).contains(type)
            || type.isAssignableFrom(Integer.class);
    }

    private static Class<?> rawOf(Type type) {
        if (type instanceof Class<?> found) return found;
        return type instanceof ParameterizedType generic ? rawOf(generic.getRawType()) : Object.class;
    }

    /** The value as its parameter wants it. `wide`: integers are `long` where the parameter does not say. */
    static Object fit(Object value, String kind, boolean wide, Type declared) {
        Class<?> type = rawOf(declared);
        if (value == null) {
            if (type.isPrimitive()) throw new Misfit(null, declared);
            return null;
        }
        switch (kind) {
            case "path":
                if (value instanceof String text && type == Path.class) return Path.of(text);
                if (value instanceof String text && type == File.class) return new File(text);
                return checked(value, String.class, declared);
            case "string":
                return checked(value, String.class, declared);
            case "boolean":
                return checked(value, Boolean.class, declared);
            case "bytes":
                return checked(value, byte[].class, declared);
            case "number":
                return number(value, type);
            case "integer":
                return integer(value, type, wide);
            case "integers":
                return integers((List<?>) value, declared, wide);
            default:
                return checked(value, type, declared);
        }
    }

    private static Object checked(Object value, Class<?> type, Type declared) {
        if (!type.isInstance(value)) throw new Misfit(value, declared);
        return value;
    }

    private static Object number(Object value, Class<?> type) {
        if (!(value instanceof Number number)) throw new Misfit(value, type);
        if (type == float.class || type == Float.class) return number.floatValue();
        return type == BigDecimal.class ? new BigDecimal(number.toString()) : (Object) number.doubleValue();
    }

    private static Object integer(Object value, Class<?> type, boolean wide) {
        if (!(value instanceof Long || value instanceof BigInteger)) throw new Misfit(value, type);
        BigInteger exact = value instanceof Long small ? BigInteger.valueOf(small) : (BigInteger) value;
        try {
            if (type == int.class || type == Integer.class) return exact.intValueExact();
            if (type == long.class || type == Long.class) return exact.longValueExact();
            if (type == short.class || type == Short.class) return exact.shortValueExact();
            if (type == byte.class || type == Byte.class) return exact.byteValueExact();
            if (type == BigInteger.class) return exact;
            if (type == BigDecimal.class) return new BigDecimal(exact);
            if (type == float.class) return exact.floatValue();
            if (isFloating(type)) return exact.doubleValue();
            return wide ? (Object) exact.longValueExact() : (Object) exact.intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new Misfit(value, type);
        }
    }

    private static Object integers(List<?> values, Type declared, boolean wide) {
        Class<?> type = rawOf(declared);
        if (type.isArray() || type == Object.class) {
            Class<?> item = type.isArray() ? type.getComponentType() : wide ? long.class : int.class;
            Object array = Array.newInstance(item, values.size());
            for (int index = 0; index < values.size(); index++) Array.set(array, index, integer(values.get(index), item, wide));
            return array;
        }
        Class<?> item = declared instanceof ParameterizedType generic ? rawOf(generic.getActualTypeArguments()[0]) : Object.class;
        List<Object> list = new ArrayList<>();
        for (Object value : values) list.add(integer(value, item, wide));
        return list;
    }
}
