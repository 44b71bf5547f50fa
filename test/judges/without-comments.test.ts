import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/index.ts';
import { spansOf } from '../../src/judges/code-spans.ts';
import { withoutComments } from '../../src/judges/without-comments.ts';

const cases: readonly { readonly title: string; readonly language: Language; readonly code: string; readonly bare: string }[] = [
  { title: 'takes a comment of Python off its line', language: 'python', code: 'x = 1  # safe\ny = 2\n', bare: 'x = 1\ny = 2\n' },
  { title: 'leaves a hash inside a string', language: 'python', code: "x = '# no comment'  # one\n", bare: "x = '# no comment'\n" },
  {
    title: 'empties a docstring and keeps its lines',
    language: 'python',
    code: 'def f(a):\n    """Reviewed.\n    Safe."""\n    return a\n',
    bare: 'def f(a):\n    """\n"""\n    return a\n',
  },
  {
    title: 'keeps a string that is assigned or handed over',
    language: 'python',
    code: 'q = """select 1"""\nrun(\n    "select 2"\n)  # x\n',
    bare: 'q = """select 1"""\nrun(\n    "select 2"\n)\n',
  },
  { title: 'keeps the lines of a block comment', language: 'c', code: 'int a; /* one\ntwo */ int b;\n', bare: 'int a;\n int b;\n' },
  { title: 'parts words where a comment stood between', language: 'c', code: 'int/**/x;\n', bare: 'int x;\n' },
  {
    title: 'follows a comment over a split line of C',
    language: 'c',
    code: 'int a; // one \\\n still\nint b;\n',
    bare: 'int a;\n\nint b;\n',
  },
  { title: 'sees no comment in an address', language: 'javascript', code: "const a = 'http://x'; // y\n", bare: "const a = 'http://x';\n" },
  {
    title: 'sees no comment in nested templates',
    language: 'typescript',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    code: 'const a = `${b ? `http://${c}` : "//"}//d`; // e\n',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    bare: 'const a = `${b ? `http://${c}` : "//"}//d`;\n',
  },
  {
    title: 'sees no comment in a pattern',
    language: 'javascript',
    code: 'return /[/]*\\/\\//.test(a); // b\n',
    bare: 'return /[/]*\\/\\//.test(a);\n',
  },
  { title: 'takes a division for a division', language: 'javascript', code: 'x = a / b; // c / d\n', bare: 'x = a / b;\n' },
  {
    title: 'takes the mark between digits for no string',
    language: 'cpp',
    code: "int a = 1'000; // x'\nint b;\n",
    bare: "int a = 1'000;\nint b;\n",
  },
  { title: 'leaves a raw string of C++ alone', language: 'cpp', code: 'auto a = R"(// "x")"; // y\n', bare: 'auto a = R"(// "x")";\n' },
  { title: 'leaves a raw string of Go alone', language: 'go', code: 'a := `\\` // b\n', bare: 'a := `\\`\n' },
  {
    title: 'leaves a text block of Java alone',
    language: 'java',
    code: 'var a = """\n  // "x" */\n  """; // y\n',
    bare: 'var a = """\n  // "x" */\n  """;\n',
  },
];

describe('code without its comments', () => {
  it.each(cases)('$title', ({ language, code, bare }) => {
    expect(withoutComments(code, language)).toBe(bare);
  });

  it('is the code itself where there are none, white space at the ends of lines included', () => {
    expect(withoutComments('x = 1  \n\ny = 2\n', 'python')).toBe('x = 1  \n\ny = 2\n');
  });

  it('has as many lines as the code, whatever it is', () => {
    for (const code of ['"""', "'", '/*', '`${`${', 'a // \\', '#'.repeat(50), '/'.repeat(51), '\\\n"\\\n', '}{`}${'])
      for (const language of ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'] as const)
        expect(withoutComments(`x\n${code}\ny\n`, language).split('\n').length).toBe(`x\n${code}\ny\n`.split('\n').length);
  });

  it('comes from spans that cover the code without gaps', () => {
    const code = 'a = "b" # c\n"""d"""\n';
    const spans = spansOf(code, 'python');
    expect(spans.map(({ start, end }) => code.slice(start, end)).join('')).toBe(code);
    expect(spans.map(({ kind }) => kind)).toEqual(['code', 'string', 'code', 'comment', 'code', 'string', 'code']);
  });
});
