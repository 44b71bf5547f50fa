import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf } from '../core/index.ts';
import type { Analyzer, Detection, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import type { CompileJava } from './compile-java.ts';
import { findbugsControls } from './controls/java-controls.ts';
import { analyzed, type Failure, failed, failureOfEnd } from './file-report.ts';
import { intoPackage, olderClass } from './findbugs/older-class.ts';
import { javaHome, platformJar } from './findbugs/platform-jar.ts';
import { findbugsRules } from './rules/findbugs-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';
import { reportClasses } from './spotbugs.ts';
import { readBugReport } from './spotbugs-xml.ts';

export type FindbugsOptions = {
  readonly command?: string;
  readonly budget?: TimeBudget;
  readonly parallel?: number;
  /** Makes the jar of the platform's classes. Default: of the JDK's own. */
  readonly platform?: () => Promise<string>;
};

const remedy = 'Install it with a JDK: `apt-get install findbugs default-jdk-headless`.';

type Compiled = { readonly file: LaidFile; readonly name: string; readonly classes: Readonly<Record<string, Uint8Array>> };

const safePath = /^(?:[\w$]+\/)*[\w$-]+\.class$/;

/** The classes of a file in a package of its own, in the folder. Yields their paths there. */
const layClasses = async ({ name, classes }: Compiled, folder: string): Promise<readonly string[]> => {
  const paths = Object.keys(classes);
  const rename = intoPackage(name, paths);
  for (const [path, bytes] of Object.entries(classes)) {
    if (!safePath.test(path)) throw new Error(`a class has the odd path ${JSON.stringify(path)}`);
    await mkdir(dirname(join(folder, name, path)), { recursive: true });
    await writeFile(join(folder, name, path), olderClass(bytes, rename));
  }
  return paths.map((path) => `${name}/${path}`);
};

/** What was found, without the name of the package that the file was put into. */
const plain = (report: FileReport, name: string): FileReport =>
  report.status === 'failed'
    ? failed(report.reason, report.detail.replaceAll(`${name}.`, '').replace('spotbugs', 'findbugs'))
    : analyzed(
        report.findings.map((finding) => ({
          ...finding,
          oracle: 'static:findbugs',
          ...ratingOf(findbugsRules, finding.ruleId, finding),
          message: finding.message.replaceAll(`${name}.`, '').replaceAll(`${name}/`, ''),
          ...(finding.path === undefined
            ? {}
            : { path: finding.path.map((step) => ({ ...step, note: step.note.replaceAll(`${name}.`, '') })) }),
        })),
      );

type Batch = {
  readonly run: RunProcess;
  readonly command: string;
  readonly budget: TimeBudget;
  readonly jar: string;
  readonly compile: CompileJava;
  readonly signal?: AbortSignal;
};

/** Whether a class file of the candidate names a class. */
const mentions = ({ classes }: Compiled, name: string): boolean =>
  Object.values(classes).some((bytes) => Buffer.from(bytes).includes(name.replaceAll('.', '/')));

const examine = async (
  { run, command, budget, jar, signal }: Batch,
  files: readonly Compiled[],
  folder: string,
): Promise<Attempt<FileReport, Failure>> => {
  // A batch that is halved is laid anew: nothing of the whole may lie there.
  const work = await mkdtemp(join(folder, 'classes-'));
  let laid: readonly (readonly string[])[];
  try {
    laid = await Promise.all(files.map((file) => layClasses(file, join(work, 'classes'))));
  } catch (thrown) {
    return { ok: false, failure: { reason: 'skipped-by-tool', detail: messageOf(thrown) } };
  }
  const report = join(work, 'report.xml');
  const args = ['-jvmArgs', `-Dsun.boot.class.path=${jar}`, '-textui', '-effort:max', '-low', '-xml:withMessages', '-output', report];
  const limits = { timeLimitMs: timeLimit(budget, files.length), outputLimitBytes: 4_000_000 };
  const result = await run({
    command,
    args: [...args, join(work, 'classes')],
    cwd: work,
    ...limits,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.ended !== 'exited' || result.exitCode !== 0) return { ok: false, failure: failureOfEnd('findbugs', result) };
  const read = readBugReport(await readFile(report, 'utf8').catch(() => ''));
  if (read === undefined) return { ok: false, failure: { reason: 'unparsable-output', detail: 'findbugs wrote no whole XML report' } };
  // A name without a package is a method of a record, which it takes for a class. Whose class another is missing to, its names tell.
  const missing = read.missing.filter((name) => name.includes('.'));
  const answers = reportClasses(
    { ...read, missing: [] },
    laid.map((classes) => ({ classes })),
  );
  if (!answers.ok) return answers;
  return {
    ok: true,
    answers: files.map((file, index) => {
      const lacks = missing.find((name) => mentions(file, name));
      if (lacks !== undefined) return failed('missing-dependency', `findbugs did not find ${lacks}`);
      return plain(answers.answers[index] ?? failed('skipped-by-tool', 'findbugs gave no answer for the file'), file.name);
    }),
  };
};

const attemptOn = async (batch: Batch, laid: readonly LaidFile[], folder: string): Promise<Attempt<FileReport, Failure>> => {
  const compiled = await batch.compile(
    laid.map(({ file }) => file),
    batch.signal,
  );
  const answers = new Map<LaidFile, FileReport>();
  const files: Compiled[] = [];
  for (const [index, file] of laid.entries()) {
    const own = compiled[index];
    if (own === undefined) answers.set(file, failed('sandbox', 'nobody said what became of the file'));
    else if (!own.ok) answers.set(file, failed(own.reason, own.detail));
    else if (Object.keys(own.classes).length > 0) files.push({ file, name: file.name.replace(/\.java$/, ''), classes: own.classes });
    // A file that compiles to nothing holds nothing.
    else answers.set(file, analyzed([]));
  }
  if (files.length > 0) {
    const examined = await examine(batch, files, folder);
    if (!examined.ok) return examined;
    for (const [index, { file }] of files.entries()) {
      const answer = examined.answers[index];
      if (answer !== undefined) answers.set(file, answer);
    }
  }
  return { ok: true, answers: laid.map((file) => answers.get(file) ?? failed('skipped-by-tool', 'findbugs gave no answer for the file')) };
};

const remembering = (compile: CompileJava): CompileJava => {
  // A batch that fails is halved, and its files are the same: they need not be compiled again.
  const known = new Map<string, Awaited<ReturnType<CompileJava>>[number]>();
  return async (files, signal) => {
    const fresh = files.filter(({ code }) => !known.has(code));
    const compiled = await compile(fresh, signal);
    for (const [index, { code }] of fresh.entries()) {
      const own = compiled[index];
      if (own !== undefined) known.set(code, own);
    }
    return files.map(({ code }) => known.get(code) ?? { ok: false, reason: 'sandbox', detail: 'nobody said what became of the file' });
  };
};

const detect = async (run: RunProcess, command: string, platform: () => Promise<string>): Promise<Detection> => {
  const asked = await askVersion(run, { command, args: ['-version'], pattern: /^(\d+\.\d+\.\d+\S*)/m, remedy });
  if (asked.state !== 'told') return asked;
  try {
    await platform();
    return {
      state: 'ready',
      version: asked.version,
      ruleSet: `all patterns, low confidence included; table ${digestOf(findbugsRules)}`,
    };
  } catch (thrown) {
    const problem = `findbugs needs the classes of Java's library, and they could not be had from the JDK: ${messageOf(thrown)}.`;
    return { state: 'broken', version: asked.version, problem, remedy };
  }
};

/**
 * FindBugs 3 for Java, many files in one process. It reads bytecode, which `compile` makes in the sandbox; each file's classes are brought
 * into the form of Java 8, and into a package of their own. It knows about a dozen patterns of security, beside null and such.
 */
export const findbugs = (run: RunProcess, compile: CompileJava, options: FindbugsOptions = {}): Analyzer => {
  const { command = 'findbugs', budget = { baseMs: 120_000, perFileMs: 4_000 }, parallel = 1 } = options;
  let making: Promise<string> | undefined;
  const platform = (): Promise<string> => {
    making ??= options.platform?.() ?? javaHome(run).then((home) => platformJar(run, home));
    return making;
  };
  return {
    id: 'findbugs',
    summary: 'FindBugs 3 for Java, a process for each batch',
    family: 'findbugs',
    languages: ['java'],
    controls: findbugsControls,
    detect: () => detect(run, command, platform),
    analyze: async (files, signal) => {
      signal?.throwIfAborted();
      const batch: Batch = {
        run,
        command,
        budget,
        jar: await platform(),
        compile: remembering(compile),
        ...(signal === undefined ? {} : { signal }),
      };
      const attempt: BatchAttempt = (laid, folder) => attemptOn(batch, laid, folder);
      return inBatches(files, { size: 50, parallel }, attempt);
    },
  };
};
