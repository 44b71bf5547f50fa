package fathom;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles one candidate and serves its calls, or compiles a program. Nothing here is a secret or a judge: the candidate shares the
 * process and may take all of it over.
 */
public final class Harness {
    private Harness() {}

    /** `build` or `serve`, and the folder in which everything of the session lies. Its class files are found there too. */
    public static void main(String[] args) {
        try {
            Path folder = Path.of(args[1]);
            if (args[0].equals("build")) build(folder);
            else serve(folder);
        } catch (Refusal refusal) {
            System.err.println(refusal.detail);
            Runtime.getRuntime().halt(1);
        } catch (Throwable broken) {
            // Never an answer: the outside sees that the process ended.
            broken.printStackTrace();
            Runtime.getRuntime().halt(70);
        }
    }

    /** Compiles a program and leaves the arguments of `java` that run it. */
    private static void build(Path folder) throws Exception {
        Method main = new Candidate(Compiling.compile(folder)).main();
        if (main == null) throw new Refusal("compile", "no class has a public static void main(String[] args)", null);
        Files.writeString(folder.resolve("run"), "-cp " + folder + "\n" + main.getDeclaringClass().getName() + "\n");
    }

    private static void serve(Path folder) throws Exception {
        Channel channel = new Channel();
        Map<?, ?> load = (Map<?, ?>) ((Map<?, ?>) Json.parse(channel.read())).get("load");
        Map<String, Function> functions;
        try {
            functions = open(new Candidate(Compiling.compile(folder)), load);
        } catch (Refusal refusal) {
            channel.write(refusal.text());
            return;
        }
        channel.write("{\"loaded\":true}");
        for (String line = channel.read(); line != null; line = channel.read()) channel.write(answer(functions, (Map<?, ?>) Json.parse(line)));
        Runtime.getRuntime().halt(0);
    }

    private static Map<String, Function> open(Candidate candidate, Map<?, ?> load) throws Refusal {
        Map<String, Function> found = new HashMap<>();
        if (load.get("port") != null) {
            Service.start(candidate, ((Long) load.get("port")).intValue());
            return found;
        }
        for (Object each : (List<?>) load.get("functions")) {
            Map<?, ?> wanted = (Map<?, ?>) each;
            found.put((String) wanted.get("name"), candidate.function(wanted));
        }
        return found;
    }

    private static String answer(Map<String, Function> functions, Map<?, ?> request) {
        String start = "{\"id\":" + Json.quoted((String) request.get("id"));
        Function function = functions.get((String) request.get("call"));
        List<?> args = (List<?>) request.get("args");
        try {
            if (function == null) throw new IllegalStateException("no such function");
            return start + ",\"ok\":" + Results.encoded(function.call(args)) + "}";
        } catch (Throwable thrown) {
            return start + ",\"raised\":" + Results.raised(thrown) + "}";
        } finally {
            Thread.interrupted();
        }
    }
}

/** Why the candidate can't be called, in the protocol's terms. */
final class Refusal extends Exception {
    final String kind;
    final String detail;
    final String module;

    Refusal(String kind, String detail, String module) {
        super(detail);
        this.kind = kind;
        this.detail = detail.length() > 4000 ? detail.substring(0, 4000) : detail;
        this.module = module;
    }

    String text() {
        String last = module == null ? "" : ",\"module\":" + Json.quoted(module);
        return "{\"loaded\":false,\"kind\":" + Json.quoted(kind) + ",\"detail\":" + Json.quoted(detail) + last + "}";
    }
}
