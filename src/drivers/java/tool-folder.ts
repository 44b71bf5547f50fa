import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harnessOptions, harnessSource, readyFolder } from './harness.ts';

/** Where programs are looked for in a box: what is elsewhere on the host does not exist there. */
const searchPath = '/usr/local/bin:/usr/bin:/bin';

/** Something of everything that candidates use, so that the classes of the compiler and the library behind it get into the archive. */
const example = `import java.util.*;
import java.util.function.Function;
import java.util.stream.Collectors;

public class Solution {
    record Pair(String left, int right) {}

    interface Shape { default int size() { return 1; } }

    static <T extends Comparable<T>> Map<String, List<T>> grouped(List<T> items, Function<T, String> key) throws Exception {
        Map<String, List<T>> result = new TreeMap<>();
        for (T item : items) result.computeIfAbsent(key.apply(item), each -> new ArrayList<>()).add(item);
        try (var in = new java.io.StringReader("x")) {
            if (in.read() < 0) throw new IllegalStateException("empty " + result);
        }
        return switch (items.size()) { case 0 -> Map.of(); default -> result; };
    }

    public static void main(String[] args) throws Exception {
        Object value = grouped(Arrays.asList("a", "b"), text -> text + new Pair("x", 1).right());
        if (value instanceof Map<?, ?> map) System.out.println(map.keySet().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
`;

/** Runs a program of the JDK over trusted input. Whether it went well. */
const run = (file: string, args: readonly string[], cwd: string): boolean =>
  spawnSync(file, [...args], { cwd, timeout: 120_000, stdio: 'ignore', env: { PATH: searchPath, LANG: 'C.UTF-8' } }).status === 0;

/**
 * The harness compiled, and an archive of the compiler's classes as a virtual machine holds them in memory: made once for all boxes, of
 * trusted input only. Without it every candidate compiles the harness itself, which takes three times as long.
 */
export const javaToolFolder = () => ({
  to: readyFolder,
  /** Fills a fresh folder; false where there is no working JDK. */
  fill: (folder: string): boolean => {
    const aside = mkdtempSync(join(tmpdir(), 'fathom-java-'));
    try {
      writeFileSync(join(aside, 'Harness.java'), harnessSource());
      writeFileSync(join(aside, 'Candidate.java'), example);
      const archive = join(folder, 'harness.jsa');
      return (
        run('javac', ['-proc:none', '-nowarn', '-XDstringConcat=inline', '-d', 'classes', 'Harness.java'], aside) &&
        run('jar', ['--create', '--file', join(folder, 'harness.jar'), '-C', 'classes', '.'], aside) &&
        run('java', [...harnessOptions, `-XX:ArchiveClassesAtExit=${archive}`, 'Harness.java', 'build', aside], aside)
      );
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  },
});
