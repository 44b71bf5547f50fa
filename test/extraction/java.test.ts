import { describe, expect, it } from 'vitest';
import type { SampleKind } from '../../src/core/index.ts';
import { type Case, extracting, lines } from './extracting.ts';

const method = [
  '    public static String readNote(String folder, String name) throws Exception {',
  '        return Files.readString(Path.of(folder).resolve(name));',
  '    }',
];
const file = lines('import java.nio.file.*;', '', 'public class Solution {', ...method, '}');
const head = lines(
  'import java.util.*;',
  '',
  '/** Notes of a club. */',
  'public class Solution {',
  '    /** Reads a note: see {@code name}. */',
  '    public static String readNote(String folder, String name) throws Exception {',
);
const documented = lines('/** Reads a note. */', 'public static String readNote(String folder, String name) throws Exception {');

const java = (found: Omit<Case, 'says'>) => extracting({ ...found, language: 'java' });

describe('an answer in Java', () => {
  it.each<Case & { readonly code: string }>([
    {
      says: 'stands in a block',
      text: `Here is the class:\n\n\`\`\`java\n${file}\`\`\`\n\nIt throws an exception if nothing is found.`,
      code: file,
    },
    { says: 'stands alone between remarks', text: `This is the file.\n\n${file}\nThe note is read as it is.`, code: file },
    { says: 'stands in a block without a tag', text: `\`\`\`\n${file}\`\`\``, code: file },
    {
      says: 'keeps a text block',
      text: `\`\`\`java\n${lines('class A {', '    static final String PAGE = """', '        ```', '        <html> } """;', '}')}\`\`\``,
      code: lines('class A {', '    static final String PAGE = """', '        ```', '        <html> } """;', '}'),
    },
    {
      says: 'leaves out a demonstration in a block of its own',
      text: `\`\`\`java\n${file}\`\`\`\nUse it so:\n\`\`\`java\nString note = Solution.readNote("a", "b");\nSystem.out.println(note);\n\`\`\``,
      code: file,
    },
    {
      says: 'leaves out its tests',
      text: `\`\`\`java\nimport org.junit.jupiter.api.Test;\n\nclass SolutionTest {\n    @Test\n    void reads() {\n        Solution.readNote("a", "b");\n    }\n}\n\`\`\`\n\`\`\`java\n${file}\`\`\``,
      code: file,
    },
    {
      says: 'joins blocks with the imports at the top, each once',
      text: '```java\nimport java.util.List;\n\npublic class Solution {\n    static List<Note> all() { return Note.all(); }\n}\n```\nand\n```java\nimport java.util.List;\nimport java.util.Map;\n\nrecord Note(Map<String, String> facts) {\n    static List<Note> all() { return List.of(); }\n}\n```',
      code: lines(
        'import java.util.List;',
        'import java.util.Map;',
        '',
        'public class Solution {',
        '    static List<Note> all() { return Note.all(); }',
        '}',
        '',
        '',
        'record Note(Map<String, String> facts) {',
        '    static List<Note> all() { return List.of(); }',
        '}',
      ),
    },
  ])('$says', ({ code, ...request }) => {
    const found = java(request);
    expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
  });

  it('of bare methods is left as it is: the driver takes them', () => {
    const text = lines('public static int f(int a) {', '    return a;', '}');
    expect(java({ text }).code).toBe(text);
  });

  it.each<Case & { readonly kind: SampleKind }>([
    {
      says: 'an empty class is empty',
      text: '```java\npackage a.b;\n\npublic class Solution {\n}\n```',
      kind: 'empty',
    },
    { says: 'a head that is repeated and nothing else is empty', prefix: head, text: head, kind: 'empty' },
    { says: 'a body that only closes is empty', prefix: head, text: '    }\n}\n', kind: 'empty' },
    { says: 'an unclosed block inside a method is truncated', text: '```java\npublic class A {\n    static int f() {', kind: 'truncated' },
    { says: 'Python is the wrong language', text: '```python\nimport os\n\ndef f():\n    return os.getcwd()\n```', kind: 'wrong-language' },
    {
      says: 'C# under a Java tag is the wrong language',
      text: '```java\nusing System;\nusing System.IO;\n\nnamespace Notes {\n    static class Notes {\n        static string Read(string name) => File.ReadAllText(name);\n    }\n}\n```',
      kind: 'wrong-language',
    },
    {
      says: 'TypeScript under a Java tag is the wrong language',
      text: "```java\nimport { readFileSync } from 'node:fs';\n\nexport function f(name: string): string {\n  const text = readFileSync(name, 'utf8');\n  return text;\n}\n```",
      kind: 'wrong-language',
    },
    { says: 'prose about an exception is unparsable', text: 'The method throws an IOException if nothing was found.', kind: 'unparsable' },
    {
      says: 'a page in a text block is still Java',
      text: '```java\nclass Page {\n    static String page() {\n        return """\n<html>\n<body>\n<script>\nconst a = 1;\nlet b = 2;\nfunction f() {\n}\n</script>\n""";\n    }\n}\n```',
      kind: 'code',
    },
  ])('$says', ({ kind, ...request }) => {
    expect(java(request).kind).toBe(kind);
  });

  it.each(['python', 'javascript', 'typescript', 'c', 'cpp', 'go'] as const)('is the wrong language for %s', (language) => {
    expect(extracting({ language, text: `\`\`\`java\n${file}\`\`\`` }).kind).toBe('wrong-language');
    expect(extracting({ language, text: file }).kind).toBe('wrong-language');
  });
});

type Continued = Case & { readonly prefix: string; readonly code: string; readonly own: readonly (readonly [from: number, to: number])[] };

describe('an answer that continues the head of a Java file', () => {
  it.each<Continued>([
    {
      says: 'is not touched where it needs nothing',
      prefix: head,
      text: lines('        return name;', '    }', '}'),
      code: head + lines('        return name;', '    }', '}'),
      own: [[1, 6]],
    },
    {
      says: 'gets the bracket of the class that the prompt had opened',
      prefix: head,
      text: lines('        return name;', '    }'),
      code: head + lines('        return name;', '    }', '}'),
      own: [[1, 6]],
    },
    {
      says: 'gets the imports that it had no place for',
      prefix: head,
      text: lines(
        '        List<String> all = List.of(name);',
        '        return Files.readString(Path.of(folder, all.get(0)));',
        '    }',
        '}',
      ),
      code:
        lines('import java.util.*;', 'import java.nio.file.Files;', 'import java.nio.file.Path;') +
        head.slice(20) +
        lines('        List<String> all = List.of(name);', '        return Files.readString(Path.of(folder, all.get(0)));', '    }', '}'),
      own: [
        [1, 1],
        [4, 8],
      ],
    },
    {
      says: 'has imports before its body moved to the top',
      prefix: head,
      text: lines('import java.nio.file.Files;', '', '        return Files.readString(null);', '    }', '}'),
      code:
        lines('import java.util.*;', 'import java.nio.file.Files;') +
        head.slice(20) +
        lines('', '        return Files.readString(null);', '    }', '}'),
      own: [
        [1, 1],
        [3, 7],
      ],
    },
    {
      says: 'gets a class where the head is a documentation alone',
      prefix: documented,
      text: lines('    return name;', '}'),
      code: lines('public class Solution {') + documented + lines('    return name;', '}', '}'),
      own: [[2, 3]],
    },
    {
      says: 'gets a class once where it closes one that nobody opened',
      prefix: documented,
      text: lines('        return name;', '    }', '}'),
      code: lines('public class Solution {') + documented + lines('        return name;', '    }', '}'),
      own: [[2, 3]],
    },
    {
      says: 'keeps types of its own beside the class',
      prefix: documented,
      text: lines('    return new Note(name).name();', '}', '', 'record Note(String name) {', '}'),
      code:
        lines('public class Solution {') +
        documented +
        lines('    return new Note(name).name();', '}', '}', '', 'record Note(String name) {', '}'),
      own: [[2, 3]],
    },
    {
      says: 'is a file of its own where it wrote everything anew, in a block',
      prefix: documented,
      text: `\`\`\`java\n${file}\`\`\``,
      code: file,
      own: [],
    },
    {
      says: 'is a file of its own where it wrote everything anew, without a block',
      prefix: documented,
      text: file,
      code: file,
      own: [],
    },
    {
      says: 'keeps the imports of the head where it wrote the class anew',
      prefix: head,
      text: `\`\`\`java\n${lines('public class Solution {', '    public static String readNote(String folder, String name) {', '        return "";', '    }', '}')}\`\`\``,
      code: lines(
        'import java.util.*;',
        '',
        'public class Solution {',
        '    public static String readNote(String folder, String name) {',
        '        return "";',
        '    }',
        '}',
      ),
      own: [[1, 2]],
    },
    {
      says: 'gets no import for a class of its own, nor for a qualified one',
      prefix: documented,
      text: lines('    return new java.util.Scanner(new Path(name)).next();', '}', 'static class Path {}'),
      code:
        lines('public class Solution {') +
        documented +
        lines('    return new java.util.Scanner(new Path(name)).next();', '}', 'static class Path {}').replace('static', '}\nstatic'),
      own: [[2, 3]],
    },
  ])('$says', ({ code, own, ...request }) => {
    const found = java(request);
    expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
    expect(found.promptLines).toEqual(own.map(([from, to]) => ({ from, to })));
  });

  it('names what was done', () => {
    expect(java({ prefix: documented, text: lines('    return Files.readString(null);', '}') }).provenance.steps).toEqual([
      'prepended prefix',
      'put the methods into a class',
      'added imports: java.nio.file.Files',
    ]);
  });
});
