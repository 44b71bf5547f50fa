import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompiledJava, CompileJava } from '../../src/analyzers/compile-java.ts';
import { findbugsControls } from '../../src/analyzers/controls/java-controls.ts';
import { intoPackage, olderClass } from '../../src/analyzers/findbugs/older-class.ts';
import { readZip, writeZip } from '../../src/analyzers/findbugs/zip.ts';
import { findbugs } from '../../src/analyzers/findbugs.ts';
import type { RunProcess } from '../../src/analyzers/run-process.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

const known = new Map<string, Promise<CompiledJava>>();

/** javac over this test's own code; candidates are compiled in the sandbox. */
const compileOne = async (code: string): Promise<CompiledJava> => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-test-'));
  try {
    await writeFile(join(folder, 'Sample.java'), code);
    await mkdir(join(folder, 'out'));
    const flags = ['-proc:none', '-XDstringConcat=inline', '-implicit:none', '-g', '-nowarn', '-encoding', 'UTF-8', '-d', 'out'];
    const result = await run({
      command: 'javac',
      args: [...flags, 'Sample.java'],
      cwd: folder,
      timeLimitMs: 120_000,
      outputLimitBytes: 100_000,
    });
    if (result.ended !== 'exited') return { ok: false, reason: 'timeout', detail: result.ended };
    if (result.exitCode !== 0) return { ok: false, reason: 'unparsable-code', detail: result.stderr.split('\n')[0] ?? '' };
    const paths = (await readdir(join(folder, 'out'), { recursive: true })).filter((path) => path.endsWith('.class'));
    const classes = await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, 'out', path))] as const));
    return { ok: true, classes: Object.fromEntries(classes) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
const compileHere: CompileJava = (files) =>
  Promise.all(
    files.map(({ code }) => {
      const compiled = known.get(code) ?? compileOne(code);
      known.set(code, compiled);
      return compiled;
    }),
  );

describeAnalyzer('findbugs', {
  create: () => findbugs(run, compileHere),
  unparsable: { java: 'class { void f( \n' },
  silenced: [
    {
      name: 'SuppressWarnings',
      language: 'java',
      code: '@SuppressWarnings({"all", "findbugs"})\nclass A {\n  int f() {\n    String a = null; // NOSONAR NOPMD\n    return a.length();\n  }\n}\n',
      ruleId: 'NP_ALWAYS_NULL',
    },
  ],
});

const [orders] = findbugsControls;
const bad = orders.bad;
const empty: CompileJava = async (files) => files.map(() => ({ ok: true, classes: {} }));
const platform = async () => '/nonexistent/rt.jar';
const analyze = (stand: RunProcess, compile: CompileJava, codes: readonly string[]) =>
  findbugs(stand, compile, { platform }).analyze(codes.map((code, index) => ({ name: `s${index}`, language: 'java', code })));

/** A findbugs that ends well and writes this report, in which the first class's package is called `own`. */
const writing =
  (report: string): RunProcess =>
  async ({ args, cwd = '' }) => {
    const [own = ''] = await readdir(join(cwd, 'classes'));
    await writeFile(args[args.indexOf('-output') + 1] ?? '', report.replaceAll('own.', `${own}.`));
    return { ended: 'exited', exitCode: 0, stdout: '', stderr: '' };
  };
/** The smallest class file there is: no constant but its own and its parent's name. */
const tiny = Buffer.from('cafebabe0000003d00050100014107000101000142070003002000020004000000000000', 'hex');
const naming = Buffer.concat([tiny, Buffer.from('shop/Cart')]);
const one: CompileJava = async (files) =>
  files.map(({ code }) => ({ ok: true, classes: { 'A.class': code.includes('Cart') ? naming : tiny } }));
const report = (errors: string, stats = '<ClassStats class="own.A"/>') =>
  `<?xml version="1.0"?>\n<BugCollection version="3.1.0"><Errors>${errors}</Errors><FindBugsSummary><PackageStats>${stats}</PackageStats></FindBugsSummary></BugCollection>\n`;

describe('findbugs', () => {
  it.each([
    ['an error of its own', report('<Error><ErrorMessage>Exception analyzing</ErrorMessage></Error>'), 'tool-crashed'],
    ['a report without the class', report('', ''), 'skipped-by-tool'],
    ['half a report', report('').slice(0, 60), 'unparsable-output'],
    ['no report', '', 'unparsable-output'],
  ] as const)('does not call a file clean after %s', async (_, text, reason) => {
    expect(await analyze(writing(text), one, [bad])).toMatchObject([{ status: 'failed', reason }]);
  });

  it('fails the file whose class names one that it did not find', async () => {
    const missing = writing(report('<MissingClass>shop.Cart</MissingClass>'));
    expect(await analyze(missing, one, ['class A { shop.Cart cart; }'])).toEqual([
      { status: 'failed', reason: 'missing-dependency', detail: 'findbugs did not find shop.Cart' },
    ]);
    expect(await analyze(missing, one, ['class A {}'])).toEqual([{ status: 'analyzed', findings: [] }]);
  });

  it('passes over what it takes for a class and is none', async () => {
    expect(await analyze(writing(report('<MissingClass>equals</MissingClass>')), one, [bad])).toEqual([
      { status: 'analyzed', findings: [] },
    ]);
  });

  it('fails what was not compiled, with the reason, and asks findbugs nothing', async () => {
    const refuse: CompileJava = async (files) => files.map(() => ({ ok: false, reason: 'sandbox', detail: 'no box' }));
    const never: RunProcess = async () => {
      throw new Error('it was asked');
    };
    expect(await analyze(never, refuse, [bad])).toEqual([{ status: 'failed', reason: 'sandbox', detail: 'no box' }]);
    expect(await analyze(never, empty, [''])).toEqual([{ status: 'analyzed', findings: [] }]);
  });

  it('is broken where the JDK does not yield the platform’s classes', async () => {
    const stand: RunProcess = async ({ command }) => ({
      ended: 'exited',
      exitCode: 0,
      stdout: command === 'java' ? '    java.home = /nonexistent\n' : '3.1.0-dev\n',
      stderr: '',
    });
    expect(await findbugs(stand, one).detect()).toMatchObject({
      state: 'broken',
      version: '3.1.0-dev',
      problem: expect.stringContaining('ct.sym'),
    });
  });
});

describe('olderClass', () => {
  it('makes a class file of Java 17 one of Java 8, and renames it', () => {
    const older = Buffer.from(olderClass(tiny, intoPackage('p', ['A.class'])));
    expect(older.readUInt16BE(6)).toBe(52);
    expect(older.toString('latin1')).toContain('p/A');
    expect(older.toString('latin1')).not.toContain('p/B');
  });

  it('hides the attributes that the reader refuses, and nothing longer', () => {
    const text = (words: string) => Buffer.concat([Buffer.from([1, 0, words.length]), Buffer.from(words)]);
    const file = Buffer.concat([Buffer.from('cafebabe0000003d0003', 'hex'), text('NestHost'), text('NestHosts'), Buffer.from('rest')]);
    expect(Buffer.from(olderClass(file)).toString('latin1')).toMatch(/xestHost[\s\S]*NestHosts[\s\S]*rest$/);
  });

  it('refuses what is no class file', () => {
    expect(() => olderClass(Buffer.from('no class file'))).toThrow('not a class file');
  });

  it.each([
    ['shop/Cart', 'own/shop/Cart'],
    ['(Lshop/Cart;ILjava/lang/String;)[Lshop/Cart;', '(Lown/shop/Cart;ILjava/lang/String;)[Lown/shop/Cart;'],
    ['Ljava/util/List<Lshop/Cart;>;', 'Ljava/util/List<Lown/shop/Cart;>;'],
    ['Lshop/Cart$Item;', 'Lown/shop/Cart$Item;'],
    ['Lmy/shop/Cart;', 'Lmy/shop/Cart;'],
    ['Cart', 'Cart'],
  ])('renames in %j', (before, after) => {
    expect(intoPackage('own', ['shop/Cart.class', 'shop/Cart$Item.class'])(before)).toBe(after);
  });
});

describe('readZip', () => {
  it('reads back what writeZip wrote', () => {
    const entries = [
      { name: 'a/b.txt', bytes: Buffer.from('one') },
      { name: 'ü', bytes: Buffer.alloc(0) },
    ];
    expect(readZip(writeZip(entries)).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes()) }))).toEqual(entries);
  });
});
