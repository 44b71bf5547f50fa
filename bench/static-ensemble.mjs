/**
 * The static ensemble over generated samples (Python, JavaScript, C, all different, some broken), against the straightforward way:
 * one process for each file and tool. Both ways run two processes at a time, and take turns tool by tool in every round.
 *
 *   npm run build && node bench/static-ensemble.mjs [samples per language] [rounds]
 *
 * The straightforward way is timed on every fourth file and scaled, since it takes minutes; clang has the same checkers both ways.
 * Only tools that are here are timed. A bandit that is too old to be believed is timed too: it costs the same.
 * ruff has no program of its own here: its row is a fresh node that loads the same WebAssembly, timed on two files, and is not in the total.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { bandit } from '../dist/analyzers/bandit.js';
import { clangAnalyzer } from '../dist/analyzers/clang-analyzer.js';
import { findFrontend } from '../dist/analyzers/clang-frontend.js';
import { cppcheck } from '../dist/analyzers/cppcheck.js';
import { eslintSecurity } from '../dist/analyzers/eslint-security.js';
import { flawfinder } from '../dist/analyzers/flawfinder.js';
import { nodeProcess } from '../dist/analyzers/node-process.js';
import { ruff } from '../dist/analyzers/ruff.js';
import { median } from './median.mjs';
import { samples } from './static-samples.mjs';

const each = Number(process.argv[2] ?? 48);
const rounds = Number(process.argv[3] ?? 3);
const processes = 2;
const run = nodeProcess({ path: process.env.PATH ?? '/usr/bin:/bin' });
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const extensions = { python: 'py', javascript: 'js', c: 'c' };

const ruffScript = `
import { readFileSync } from 'node:fs';
import { ruff } from ${JSON.stringify(new URL('../dist/analyzers/ruff.js', import.meta.url).href)};
const code = readFileSync(process.argv[1], 'utf8');
console.log(JSON.stringify(await ruff().analyze([{ name: 's', language: 'python', code }])));
`;
const eslintConfig = `
import security from ${JSON.stringify(new URL('../node_modules/eslint-plugin-security/index.js', import.meta.url).href)};
export default [{ ...security.configs.recommended, files: ['**/*'], languageOptions: { ecmaVersion: 'latest', sourceType: 'commonjs' } }];
`;

const clangCheckers = await findFrontend(run, 'clang').then(
  ({ checkers }) => checkers.flatMap((checker) => ['-Xclang', `-analyzer-checker=${checker}`]),
  () => [],
);
const every = 4;

const tools = [
  { analyzer: ruff(), argv: (file) => [process.execPath, '--input-type=module', '-e', ruffScript, file] },
  { analyzer: bandit(run), argv: (file) => ['bandit', '-f', 'json', '-q', file] },
  {
    analyzer: eslintSecurity(),
    argv: (file, folder) => [
      process.execPath,
      here('../node_modules/eslint/bin/eslint.js'),
      '-c',
      join(folder, 'eslint.config.mjs'),
      '-f',
      'json',
      '--no-ignore',
      file,
    ],
  },
  {
    analyzer: cppcheck(run),
    argv: (file) => ['cppcheck', '--xml', '--xml-version=2', '--max-configs=1', '--enable=warning,portability', file],
  },
  { analyzer: flawfinder(run), argv: (file) => ['flawfinder', '--csv', '--minlevel=1', file] },
  {
    analyzer: clangAnalyzer(run),
    argv: (file) => ['clang', '--analyze', ...clangCheckers, '--analyzer-output', 'plist', '-o', `${file}.plist`, file],
  },
];

const inParallel = async (jobs) => {
  let next = 0;
  const work = async () => {
    for (let index = next++; index < jobs.length; index = next++) await jobs[index]();
  };
  await Promise.all(Array.from({ length: processes }, work));
};

const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const folder = await mkdtemp(join(tmpdir(), 'fathom-bench-'));
try {
  await writeFile(join(folder, 'eslint.config.mjs'), eslintConfig);
  const files = await Promise.all(
    samples(each).map(async (sample, index) => {
      const path = join(folder, `s${index}.${extensions[sample.language]}`);
      await writeFile(path, sample.code);
      return { ...sample, path };
    }),
  );
  const rows = [];
  for (const { analyzer, argv } of tools) {
    const detection = await analyzer.detect();
    const absent = detection.state === 'absent';
    if (absent) console.log(`${analyzer.id}: not timed: ${detection.problem}`);
    else rows.push({ id: analyzer.id, version: detection.version, analyzer, argv, alone: [], batched: [], failed: 0 });
  }
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) {
      const own = files.filter(({ language }) => row.analyzer.languages.includes(language));
      row.files = own.length;
      const some = row.id === 'ruff' ? own.slice(0, 2) : own.filter((_, index) => index % every === round % every);
      const alone = () =>
        inParallel(
          some.map(({ path }) => async () => {
            const [command, ...args] = row.argv(path, folder);
            const result = await run({ command, args, cwd: folder, timeLimitMs: 60_000, outputLimitBytes: 16_000_000 });
            if (result.ended !== 'exited') throw new Error(`${command} did not end well: ${JSON.stringify(result)}`);
          }),
        );
      const batched = async () => {
        const reports = await row.analyzer.analyze(own);
        row.failed = reports.filter(({ status }) => status === 'failed').length;
      };
      const turns =
        round % 2 === 0
          ? [
              ['alone', alone],
              ['batched', batched],
            ]
          : [
              ['batched', batched],
              ['alone', alone],
            ];
      for (const [name, work] of turns) {
        const scale = name === 'alone' ? own.length / some.length : 1;
        row[name].push(scale * (await timed(work)));
      }
    }
  }
  const number = (value) => value.toFixed(1).padStart(9);
  const line = (id, alone, batched, note) =>
    console.log(`${id.padEnd(22)} ${number(alone)} ${number(batched)} ${`${(alone / batched).toFixed(1)}x`.padStart(8)}  ${note}`);
  console.log(`${files.length} samples, ${rounds} rounds, ${processes} processes at a time; median milliseconds for all files of a tool`);
  console.log(`${'tool'.padEnd(22)} ${'alone'.padStart(9)} ${'batched'.padStart(9)} ${'ratio'.padStart(8)}`);
  for (const row of rows) {
    line(row.id, median(row.alone), median(row.batched), `${row.files} files, ${row.failed} failed (${row.version})`);
  }
  const counted = rows.filter(({ id }) => id !== 'ruff');
  const [alone, batched] = ['alone', 'batched'].map((way) => counted.reduce((sum, row) => sum + median(row[way]), 0));
  line('total but for ruff', alone, batched, 'target 10x');
} finally {
  await rm(folder, { recursive: true, force: true });
}
