import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../core/index.ts';
import type { Analyzer, FileReport } from './analyzer.ts';
import { type BatchAttempt, inBatches, type TimeBudget, timeLimit } from './batches.ts';
import type { Attempt } from './bisect.ts';
import { askVersion } from './command-version.ts';
import { goVetControls } from './controls/go-controls.ts';
import { analyzed, byteColumns, type Failure, failed, failureOfEnd } from './file-report.ts';
import { refusing } from './refuse-outside-includes.ts';
import { goVetMessages, goVetRules } from './rules/go-vet-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';
import type { RunProcess } from './run-process.ts';
import type { LaidFile } from './source-folder.ts';

export type GoVetOptions = { readonly command?: string; readonly budget?: TimeBudget; readonly parallel?: number };

const remedy = 'Install it: `apt-get install golang-go`.';
const moduleName = 'fathom.invalid/vet';

/** Nothing is fetched, no C compiler runs, and no setting of the user's has a say. */
const environment = (cache: string): Readonly<Record<string, string>> => ({
  GO111MODULE: 'on',
  GOCACHE: cache,
  GOENV: 'off',
  GOFLAGS: '-mod=mod',
  GOPATH: join(cache, 'path'),
  GOPROXY: 'off',
  GOSUMDB: 'off',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  CGO_ENABLED: '0',
});

/** A folder for what Go compiles once of its library; removed when the process ends. */
const makeCache = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-go-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const packageSchema = z.record(z.string(), z.record(z.string(), z.array(z.object({ posn: z.string(), message: z.string() }))));
type Checks = z.infer<typeof packageSchema>[string];

/** Of each package in the report what its checks found; `undefined` where its part is not whole JSON. */
const sectionsOf = (stderr: string): ReadonlyMap<string, Checks | undefined> => {
  const sections = new Map<string, Checks | undefined>();
  for (const part of stderr.split(/^# /m).slice(1)) {
    const end = part.indexOf('\n');
    const name = part.slice(0, end).trim();
    const body = part.slice(end + 1).trim();
    if (!body.startsWith('{')) continue; // A complaint about the package stands in its place.
    try {
      const packages = packageSchema.safeParse(JSON.parse(body));
      sections.set(
        name,
        packages.success ? (packages.data[name] ?? (Object.keys(packages.data).length === 0 ? {} : undefined)) : undefined,
      );
    } catch {
      sections.set(name, undefined);
    }
  }
  return sections;
};

/** The first complaint about each package's file: it does not parse, its types are wrong, an import is not there. */
const complaintsOf = (stderr: string): ReadonlyMap<string, string> => {
  const complaints = new Map<string, string>();
  for (const [, folder = '', line, message = ''] of stderr.matchAll(/^(?:vet: )?(?:\.\/)?(\w+)\/x\.go:(\d+):(?:\d+:)? (.*)$/gm)) {
    if (!complaints.has(folder)) complaints.set(folder, `line ${line}: ${message}`);
  }
  return complaints;
};

const folderOf = ({ name }: LaidFile): string => name.replace(/\.go$/, '');

const findingOf = (check: string, posn: string, message: string, columns: (line: number, byte: number) => number): Finding => {
  const [, line, column] = /:(\d+)(?::(\d+))?$/.exec(posn) ?? [];
  const told = goVetMessages.find(([name, words]) => name === check && words.test(message))?.[2];
  return {
    oracle: 'static:go-vet',
    ruleId: check,
    message,
    ...ratingOf(goVetRules, check, { cwe: [], severity: 'unrated' }),
    ...(told === undefined ? {} : { cwe: told }),
    ...(line === undefined
      ? {}
      : { location: { line: Number(line), ...(column === undefined ? {} : { column: columns(Number(line), Number(column)) }) } }),
  };
};

/** The file's types are shown without the name of its folder. */
const ownPackage = new RegExp(`${moduleName.replaceAll('.', '\\.')}/\\w+\\.`, 'g');

const reportOf = ({ file }: LaidFile, checks: Checks): FileReport => {
  const columns = byteColumns(file.code);
  const findings = Object.entries(checks).flatMap(([check, found]) =>
    found.map(({ posn, message }) => findingOf(check, posn, message.replaceAll(ownPackage, ''), columns)),
  );
  return analyzed(findings.sort((a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0)));
};

type Batch = {
  readonly run: RunProcess;
  readonly command: string;
  readonly budget: TimeBudget;
  readonly cache: string;
  readonly signal?: AbortSignal;
};

/** Each file is a package of its own in a module that is made for the purpose. */
const layModule = async (laid: readonly LaidFile[], folder: string): Promise<string> => {
  const root = join(folder, `m${randomBytes(6).toString('hex')}`);
  await mkdir(root);
  await writeFile(join(root, 'go.mod'), `module ${moduleName}\n`);
  for (const each of laid) {
    await mkdir(join(root, folderOf(each)));
    await writeFile(join(root, folderOf(each), 'x.go'), each.file.code);
  }
  return root;
};

/** An import that is not there ends the whole run, and wrong types the one package: files that are complained of have failed, the rest goes on. */
const attemptOn = async (batch: Batch, laid: readonly LaidFile[], folder: string): Promise<Attempt<FileReport, Failure>> => {
  if (laid.length === 0) return { ok: true, answers: [] };
  const { run, command, budget, cache, signal } = batch;
  const result = await run({
    command,
    args: ['vet', '-json', ...laid.map((each) => `./${folderOf(each)}`)],
    cwd: await layModule(laid, folder),
    env: environment(cache),
    timeLimitMs: timeLimit(budget, laid.length),
    outputLimitBytes: 16_000_000,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.ended !== 'exited' || result.exitCode > 2) return { ok: false, failure: failureOfEnd('go vet', result) };
  const sections = sectionsOf(result.stderr);
  const complaints = complaintsOf(result.stderr);
  const answered = new Map<LaidFile, FileReport>();
  for (const each of laid) {
    const complaint = complaints.get(folderOf(each));
    const checks = sections.get(`${moduleName}/${folderOf(each)}`);
    // A file of nothing is not Go, and holds nothing either.
    if (each.file.code.trim() === '') answered.set(each, analyzed([]));
    else if (complaint !== undefined)
      answered.set(each, failed('unparsable-code', complaint.replaceAll(folderOf(each), 'the file').slice(0, 300)));
    else if (checks !== undefined) answered.set(each, reportOf(each, checks));
  }
  const again = laid.filter((each) => !answered.has(each));
  // Where it ended well it has reported on all of them: else its report is cut short.
  if (again.length === laid.length || (result.exitCode === 0 && again.length > 0)) {
    const said = result.stderr.trim().split('\n').slice(-2).join(' ').replaceAll(folder, '').slice(0, 300);
    const reason =
      sections.size > 0 || said === '' || !/constraints exclude|no Go files/.test(said) ? 'unparsable-output' : 'skipped-by-tool';
    return { ok: false, failure: { reason, detail: `go vet did not report on the file: ${said}` } };
  }
  const rest = await attemptOn(batch, again, folder);
  if (!rest.ok) return rest;
  for (const [index, each] of again.entries()) {
    const answer = rest.answers[index];
    if (answer !== undefined) answered.set(each, answer);
  }
  return { ok: true, answers: laid.map((each) => answered.get(each) ?? failed('skipped-by-tool', 'go vet gave no answer for the file')) };
};

/** Go's own directive for generated code moves what is found to another file. */
const refusal = (code: string): string | undefined => {
  const moved = /^\/\/line .*|\/\*line .*?\*\//m.exec(code)?.[0];
  return moved === undefined ? undefined : `gives its lines another place: ${moved.slice(0, 120)}`;
};

/**
 * go vet, many files in one process, each a package of its own. It type-checks: a file whose imports are not in Go's own library
 * has failed. It has no rules about security; the table says which of its checks name a weakness.
 */
export const goVet = (run: RunProcess, options: GoVetOptions = {}): Analyzer => {
  const { command = 'go', budget = { baseMs: 60_000, perFileMs: 2_000 }, parallel = 2 } = options;
  let cache: Promise<string> | undefined;
  return {
    id: 'go-vet',
    summary: 'go vet for Go, a process for each batch',
    family: 'go-vet',
    languages: ['go'],
    controls: goVetControls,
    detect: async () => {
      const asked = await askVersion(run, { command, args: ['version'], pattern: /go version go(\d[\w.]*)/, remedy });
      if (asked.state !== 'told') return asked;
      return { state: 'ready', version: asked.version, ruleSet: `all checks of the version; ${digestOf(goVetRules)}` };
    },
    analyze: refusing(refusal, async (files, signal) => {
      cache ??= makeCache();
      const batch: Batch = { run, command, budget, cache: await cache, ...(signal === undefined ? {} : { signal }) };
      const attempt: BatchAttempt = (laid, folder) => attemptOn(batch, laid, folder);
      return inBatches(files, { size: 50, parallel }, attempt);
    }),
  };
};
