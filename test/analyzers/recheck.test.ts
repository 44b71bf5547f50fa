import { describe, expect, it } from 'vitest';
import { syntaxEngine } from '../../src/analyzers/ast-grep/engine.ts';
import { recheck } from '../../src/analyzers/recheck.ts';
import { patternsOf } from '../../src/analyzers/regexes/extract.ts';
import { toJavaScript } from '../../src/analyzers/regexes/flavour.ts';
import { readLiteral } from '../../src/analyzers/regexes/literals.ts';
import type { Language } from '../../src/core/index.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

const unfinished = 'x = 1; /* never closed\n';

describeAnalyzer('recheck', {
  create: () => recheck(),
  unparsable: {
    python: 'x = """never closed\n',
    javascript: 'function (\n',
    typescript: 'let x: = ;\n',
    java: unfinished,
    go: unfinished,
    c: unfinished,
    cpp: unfinished,
  },
  silenced: [
    {
      name: 'a disabling comment',
      language: 'javascript',
      code: '// eslint-disable-next-line\nconst a = /^(b+)+$/; // nosec\n',
      ruleId: 'exponential',
    },
  ],
});

const analyze = async (language: Language, code: string, patternMs = 10_000) =>
  (await recheck({ limits: { patternMs, threadMs: patternMs * 3 } }).analyze([{ name: 's', language, code }]))[0];

describe('recheck', () => {
  it('names the growth and a text to show it', async () => {
    expect(await analyze('python', "re.sub(r'\\s+$', '', text)\n")).toMatchObject({
      findings: [
        {
          ruleId: 'polynomial',
          cwe: ['CWE-1333'],
          severity: 'medium',
          location: { line: 1, column: 1 },
          message: expect.stringContaining('repeat('),
        },
      ],
    });
  });

  it('does not call a file clean whose pattern is put together at run time', async () => {
    expect(await analyze('python', 're.search(pattern, text)\n')).toEqual({
      status: 'failed',
      reason: 'skipped-by-tool',
      detail: 'line 1: the pattern is put together at run time',
    });
  });

  it('does not call a file clean whose pattern it cannot read', async () => {
    expect(await analyze('java', 'class A { Object a = Pattern.compile("(?>a)b"); }\n')).toMatchObject({
      status: 'failed',
      reason: 'skipped-by-tool',
    });
  });

  it('convicts by one pattern, though another is not known', async () => {
    expect(await analyze('python', "re.search(pattern, text)\nre.search('^(a+)+$', text)\n")).toMatchObject({
      status: 'analyzed',
      findings: [{ location: { line: 2 } }],
    });
  });

  it('says that it ran out of time', async () => {
    expect(await analyze('javascript', 'const a = /^(?:(x*)*)*(y*)*\\1$/;\n', 1)).toMatchObject({ status: 'failed', reason: 'timeout' });
  });

  it('acquits what Go’s own package matches in linear time', async () => {
    expect(await analyze('go', 'package p\n\nvar a = regexp.MustCompile(`^(a+)+$`)\n')).toEqual({ status: 'analyzed', findings: [] });
  });
});

describe('patternsOf', () => {
  const sourcesOf = async (language: Language, code: string) =>
    patternsOf(await syntaxEngine(), language, code)?.map(({ pattern }) =>
      pattern === undefined ? undefined : `/${pattern.source}/${pattern.flags}`,
    );

  it.each([
    ['python', "re.compile('a' 'b', re.I)\n", ['/ab/i']],
    ['python', 'p = re.compile(r"""\n  a  # one\n  b""", re.VERBOSE)\n', ['/ab/']],
    ['python', 're.fullmatch(r"a+", x)\n', ['/^(?:a+)$/']],
    ['python', 're.match(f"{a}+", x)\n', [undefined]],
    ['python', 're.match("a" + b, x)\n', [undefined]],
    ['python', '# re.match("a", x)\n', []],
    ['javascript', "a = /b\\/c/gi; d = new RegExp('e\\\\d', 'i'); f = RegExp(g);\n", ['/e\\d/i', undefined, '/b\\/c/i']],
    ['typescript', 'const a: RegExp = /b/u;\n', ['/b/u']],
    ['java', 'class A { boolean f(String a) { return a.matches("b+" + "c"); } }\n', ['/^(?:b+c)$/']],
    ['java', 'class A { Object p = Pattern.compile("a\\\\d", Pattern.CASE_INSENSITIVE); }\n', ['/a\\d/i']],
    ['go', 'package p\nvar a = regexp2.MustCompile("b\\\\d", 0)\n', ['/b\\d/']],
    ['cpp', 'std::regex a(R"x(b"c)x"); auto d = std::regex("e\\\\d", std::regex::icase);\n', ['/b"c/', '/e\\d/i']],
    ['c', 'f = pcre2_compile((PCRE2_SPTR)"a" "b", 1, 0, e, o, 0);\n', ['/ab/']],
  ] as const)('of %s code %j are %j', async (language, code, patterns) => {
    expect(await sourcesOf(language, code)).toEqual(patterns);
  });
});

describe('toJavaScript', () => {
  it.each([
    ['python', '(?P<a>b)(?P=a)\\Z', '', '(?<a>b)\\k<a>$', ''],
    ['python', '(?im)a', '', 'a', 'im'],
    ['cpp', '[[:alpha:]_]+', '', '[a-zA-Z_]+', ''],
    ['java', '\\p{Alpha}[\\p{L}x]\\Qa.b\\E', '', '[a-zA-Z][a-zA-Zx]a\\.b', ''],
  ] as const)('writes %s %j as JavaScript does', (language, source, flags, converted, converting) => {
    expect(toJavaScript(language, source, flags)).toEqual({ source: converted, flags: converting });
  });
});

describe('readLiteral', () => {
  it('keeps an escape that Python does not know, and drops the backslash of one that Java does not', () => {
    expect(readLiteral('python', '"\\d\\n"', 0)?.value).toBe('\\d\n');
    expect(readLiteral('java', '"\\\\d\\t"', 0)?.value).toBe('\\d\t');
  });
});
