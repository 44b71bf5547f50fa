package fathom;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A method of the candidate, ready to be called on `target`. */
record Function(Method method, Object target, List<?> parameters) {
    Object call(List<?> args) throws Throwable {
        try {
            return method.invoke(target, fitted(args));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Object[] fitted(List<?> args) {
        try {
            if (args.size() != parameters.size()) throw new Arguments.Misfit(args.size() + " arguments for " + parameters.size() + " parameters");
            Object[] result = new Object[parameters.size()];
            for (int index = 0; index < result.length; index++) {
                Map<?, ?> parameter = (Map<?, ?>) parameters.get(index);
                boolean wide = Boolean.TRUE.equals(parameter.get("wide"));
                result[index] = Arguments.fit(args.get(index), (String) parameter.get("type"), wide, method.getGenericParameterTypes()[index]);
            }
            return result;
        } catch (Arguments.Misfit misfit) {
            System.err.println(misfit.getMessage());
            Runtime.getRuntime().halt(70);
            throw misfit;
        }
    }
}

/** The classes of one file, and what the task asks for in them. */
final class Candidate {
    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, Object> instances = new HashMap<>();

    /** Nothing of it runs yet. */
    Candidate(List<String> names) throws Refusal {
        try {
            List<Class<?>> outermost = new ArrayList<>();
            for (String name : names) {
                Class<?> type = Class.forName(name, false, ClassLoader.getSystemClassLoader());
                outermost.add(type.getSimpleName().equals("Solution") ? 0 : outermost.size(), type);
            }
            classes.addAll(outermost);
            for (Class<?> type : outermost) addNested(type);
        } catch (ReflectiveOperationException | LinkageError error) {
            throw new Refusal("import", error.toString(), null);
        }
    }

    private void addNested(Class<?> type) {
        for (Class<?> each : type.getDeclaredClasses()) {
            classes.add(each);
            addNested(each);
        }
    }

    /** `wanted`: `names`, most likely first, `parameters`, each with `type` and `wide`, and the `declaration` as text. */
    Function function(Map<?, ?> wanted) throws Refusal {
        List<?> parameters = (List<?>) wanted.get("parameters");
        Method method = null;
        for (Object name : (List<?>) wanted.get("names")) {
            if (method == null) method = find((String) name, parameters);
        }
        if (method == null) throw new Refusal("missing-function", "no class has " + wanted.get("declaration"), null);
        return new Function(method, targetOf(method), parameters);
    }

    /** Public methods come before others of the same name. */
    private Method find(String name, List<?> parameters) {
        Method other = null;
        for (Class<?> type : classes) {
            for (Class<?> here = type; here != null && here.getClassLoader() != null; here = here.getSuperclass()) {
                for (Method method : here.getDeclaredMethods()) {
                    if (!method.getName().equals(name) || method.isSynthetic() || !takes(method, parameters) || !canBeCalled(method, type)) continue;
                    if (Modifier.isPublic(method.getModifiers())) return method;
                    if (other == null) other = method;
                }
            }
        }
        return other;
    }

    private static boolean takes(Method method, List<?> parameters) {
        if (method.getParameterCount() != parameters.size()) return false;
        for (int index = 0; index < parameters.size(); index++) {
            String kind = (String) ((Map<?, ?>) parameters.get(index)).get("type");
            if (!Arguments.canTake(kind, method.getGenericParameterTypes()[index])) return false;
        }
        return true;
    }

    private static boolean canBeCalled(Method method, Class<?> type) {
        if (Modifier.isAbstract(method.getModifiers())) return false;
        return Modifier.isStatic(method.getModifiers()) || constructorOf(type) != null;
    }

    private static Constructor<?> constructorOf(Class<?> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) return null;
        try {
            return type.getDeclaredConstructor();
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    /** Initialises the class of the method; yields the object to call it on, one for each class, null for a static method. */
    Object targetOf(Method method) throws Refusal {
        Class<?> type = method.getDeclaringClass();
        try {
            method.setAccessible(true);
            Class.forName(type.getName(), true, type.getClassLoader());
            if (Modifier.isStatic(method.getModifiers())) return null;
            for (Class<?> each : classes) if (type.isAssignableFrom(each) && constructorOf(each) != null) return instanceOf(each);
            throw new Refusal("missing-function", "no object of " + type.getName() + " can be made", null);
        } catch (ReflectiveOperationException | LinkageError problem) {
            Throwable cause = problem.getCause() == null ? problem : problem.getCause();
            throw new Refusal("import", describe(cause), null);
        }
    }

    private Object instanceOf(Class<?> type) throws ReflectiveOperationException {
        if (!instances.containsKey(type)) {
            Constructor<?> make = constructorOf(type);
            make.setAccessible(true);
            instances.put(type, make.newInstance());
        }
        return instances.get(type);
    }

    /** In its own words, with the line of the candidate's file. */
    static String describe(Throwable problem) {
        String where = "";
        for (StackTraceElement frame : problem.getStackTrace()) {
            if (where.isEmpty() && "Candidate.java".equals(frame.getFileName())) where = " (line " + frame.getLineNumber() + ")";
        }
        return problem.getClass().getName() + ": " + Results.messageOf(problem) + where;
    }

    /** A method with this one parameter; null where there is none. */
    Method accepting(String name, Class<?> parameter) {
        for (Class<?> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                boolean fits = method.getParameterCount() == 1 && method.getParameterTypes()[0] == parameter;
                if (method.getName().equals(name) && fits && canBeCalled(method, type)) return method;
            }
        }
        return null;
    }

    /** The main method that `java` would start; null where there is none. */
    Method main() {
        Method found = accepting("main", String[].class);
        int needed = Modifier.PUBLIC | Modifier.STATIC;
        return found != null && (found.getModifiers() & needed) == needed && found.getReturnType() == void.class ? found : null;
    }
}
