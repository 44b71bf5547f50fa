import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does what a word in the code of one of its files asks for: no tool survives every file. */
const misbehave = `
const { readFileSync } = require('node:fs');
const named = process.argv.slice(2).filter((word) => /^[^-/].*\\.(py|c|cpp)$/.test(word));
const packages = process.argv.slice(2).filter((word) => /^\\.\\/\\w+$/.test(word)).map((word) => word + '/x.go');
const files = [...named, ...packages];
const codeOf = (name) => readFileSync(name, 'utf8');
const asked = (word) => files.some((name) => codeOf(name).includes(word));
if (asked('DO_CRASH')) process.kill(process.pid, 'SIGSEGV');
if (asked('DO_EXIT')) process.exit(7);
if (asked('DO_HANG')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
if (asked('DO_FLOOD')) for (;;) require('node:fs').writeSync(1, 'x'.repeat(65536));
`;

/** A script of Node as an executable of its own; yields its path. */
export const writeTool = async (name: string, body: string): Promise<string> => {
  const path = join(await mkdtemp(join(tmpdir(), 'fathom-tool-')), name);
  await writeFile(path, `#!${process.execPath}\n${misbehave}\n${body}`);
  await chmod(path, 0o755);
  return path;
};

/**
 * The real tool behind a door that misbehaves when a file asks for it; garbage and half an answer are made of the real one.
 * `report`: the file, in the working directory, into which the tool writes its answer.
 */
export const wrapped = (real: string, report?: string): Promise<string> =>
  writeTool(
    'wrapped',
    `
const args = process.argv.slice(2);
const answer = require('node:child_process').spawnSync(process.env.REAL ?? ${JSON.stringify(real)}, args, { encoding: 'utf8' });
const shown = (text) => (asked('DO_GARBAGE') ? 'Segfault? No: garbage\\n' : asked('DO_HALF') ? text.slice(0, text.length / 2) : text);
const report = ${JSON.stringify(report ?? null)};
if (report !== null && (asked('DO_GARBAGE') || asked('DO_HALF'))) {
  require('node:fs').writeFileSync(report, shown(require('node:fs').existsSync(report) ? codeOf(report) : 'a report of some length\\n'));
}
process.stdout.write('a warning that nobody asked for\\n' + shown(answer.stdout));
process.stderr.write(args.includes('-###') ? answer.stderr.replace(/^ "[^"]*"/m, ' "' + __filename + '"') : shown(answer.stderr));
process.exitCode = answer.status ?? 1;
`,
  );

/** A bandit of version 1.9.4, as far as its report goes: finds \`eval(\` alone. */
export const standInBandit = (version = '1.9.4'): Promise<string> =>
  writeTool(
    'bandit',
    `
if (process.argv.includes('--version')) {
  console.log('bandit ${version}\\n  python version = 3.13.1 (main)');
  process.exit(0);
}
console.log('[main] WARNING a warning that nobody asked for');
const results = files.flatMap((name) => codeOf(name).split('\\n').flatMap((text, index) => text.includes('eval(') ? [{
  code: text, col_offset: text.indexOf('eval('), end_col_offset: text.length, filename: './' + name, issue_confidence: 'HIGH',
  issue_cwe: { id: 78, link: '' }, issue_severity: 'MEDIUM', issue_text: 'Use of possibly insecure function', line_number: index + 1,
  line_range: [index + 1], more_info: '', test_id: 'B307', test_name: 'blacklist' }] : []));
const errors = files.filter((name) => codeOf(name).includes('def f(:')).map((name) => ({ filename: './' + name, reason: 'syntax error while parsing AST from file' }));
const seen = files.filter((name) => !codeOf(name).includes('DO_SKIP'));
const report = JSON.stringify({ errors, generated_at: '', metrics: Object.fromEntries(seen.map((name) => ['./' + name, { loc: 1 }])), results }, null, 2);
console.log(asked('DO_GARBAGE') ? 'no report today' : asked('DO_HALF') ? report.slice(0, report.length / 2) : report);
process.exitCode = results.length > 0 ? 1 : 0;
`,
  );
