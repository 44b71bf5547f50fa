package fathom;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.NestingKind;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The candidate's file, whatever its public classes are called. */
final class Compiling {
    private static final List<String> OPTIONS = List.of("-proc:none", "-Xlint:none", "-nowarn", "-g");
    private static final Pattern IMPORT = Pattern.compile("^[ \\t]*import[ \\t].*;", Pattern.MULTILINE);
    private static final Pattern ABSENT = Pattern.compile("package (\\S+) does not exist");

    private final DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();

    private Compiling() {}

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///Candidate.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }

        /** `public class Notes` need not be in a file Notes.java. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }

        @Override
        public NestingKind getNestingKind() {
            return null;
        }
    }

    /** Compiles `Candidate.java` in this folder to class files beside it; yields the top-level classes, public ones first. */
    static List<String> compile(Path folder) throws Refusal, IOException {
        String code = Files.readString(folder.resolve("Candidate.java"));
        Refusal asItIs;
        try {
            return new Compiling().run(code, folder);
        } catch (Refusal refusal) {
            asItIs = refusal;
        }
        if (!asItIs.kind.equals("syntax")) throw asItIs;
        try {
            return new Compiling().run(inClass(code), folder);
        } catch (Refusal refusal) {
            throw refusal.kind.equals("syntax") ? asItIs : refusal;
        }
    }

    /** Methods without a class around them, as an answer to a declaration alone: lines keep their numbers. */
    private static String inClass(String code) {
        int head = 0;
        Matcher line = IMPORT.matcher(code);
        while (line.find()) head = line.end();
        return code.substring(0, head) + " public class Solution {" + code.substring(head) + "\n}";
    }

    private List<String> run(String code, Path folder) throws Refusal, IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new Refusal("missing-dependency", "no Java compiler is in the box", "jdk");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            JavacTask task = (JavacTask) compiler.getTask(null, files, said, OPTIONS, null, List.of(new Source(code)));
            CompilationUnitTree unit = task.parse().iterator().next();
            if (failed()) throw new Refusal("syntax", text(), null);
            task.analyze();
            String absent = failed() ? absentPackage(unit) : null;
            if (failed()) throw new Refusal(absent == null ? "compile" : "missing-dependency", text(), absent);
            task.generate();
            if (failed()) throw new Refusal("compile", text(), null);
            return namesIn(unit);
        }
    }

    private boolean failed() {
        for (Diagnostic<?> each : said.getDiagnostics()) if (each.getKind() == Diagnostic.Kind.ERROR) return true;
        return false;
    }

    private String text() {
        StringJoiner lines = new StringJoiner("\n");
        for (Diagnostic<?> each : said.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) lines.add("line " + each.getLineNumber() + ": " + each.getMessage(Locale.ENGLISH));
        }
        return lines.toString();
    }

    /** A package that the file imports and nobody provides. One beside the file's own, or of Java itself, is the candidate's mistake. */
    private String absentPackage(CompilationUnitTree unit) {
        String own = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        for (Diagnostic<?> each : said.getDiagnostics()) {
            Matcher match = ABSENT.matcher(each.getMessage(Locale.ENGLISH));
            if (!"compiler.err.doesnt.exist".equals(each.getCode()) || !match.find()) continue;
            String name = match.group(1);
            if (isImported(name, unit) && !name.startsWith("java.") && !vendor(name).equals(vendor(own))) return name;
        }
        return null;
    }

    private static boolean isImported(String name, CompilationUnitTree unit) {
        for (ImportTree each : unit.getImports()) if (each.getQualifiedIdentifier().toString().startsWith(name + ".")) return true;
        return false;
    }

    /** Its first two words: `com.example`. */
    private static String vendor(String name) {
        return name.split("\\.", 3).length < 3 ? name : name.substring(0, name.indexOf('.', name.indexOf('.') + 1));
    }

    private static List<String> namesIn(CompilationUnitTree unit) {
        String before = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        List<String> open = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Tree each : unit.getTypeDecls()) {
            if (!(each instanceof ClassTree type)) continue;
            boolean isPublic = type.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.PUBLIC);
            (isPublic ? open : others).add(before + type.getSimpleName());
        }
        open.addAll(others);
        return open;
    }
}
