/**
 * (d) Re-measuring a stored run of 100,000 entries: read the record, fuse, measure with intervals, render the JSON report's numbers.
 * The record is made here (5 oracles, 200 tasks, 10 samples, 50 systems) and read by a fresh process, whose peak memory is reported.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, self, folder] = process.argv;

if (folder !== undefined) {
  const { readEvaluation } = await import('../dist/pipeline/store/run-store.js');
  const { measured } = await import('../dist/compose.js');
  const { configurationSchema } = await import('../dist/schemas/configuration.js');
  const began = performance.now();
  const evaluation = await readEvaluation(folder);
  const read = performance.now();
  const result = measured(evaluation, configurationSchema.parse({ k: [1, 5] }));
  const done = performance.now();
  console.log(
    JSON.stringify({
      entries: result.samples.length,
      readMs: read - began,
      measureMs: done - read,
      peakMb: process.resourceUsage().maxRSS / 1024,
    }),
  );
} else {
  const made = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  try {
    await makeRun(made, { systems: 50, tasks: 200, samples: 10 });
    const mb = statSync(join(made, 'entries.jsonl')).size / 1e6;
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), made], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const { entries, readMs, measureMs, peakMb } = JSON.parse(stdout);
    console.log(
      `(d) re-measuring ${entries} stored entries (${mb.toFixed(0)} MB, 5 oracles, 2,000 resamples): ${((readMs + measureMs) / 1000).toFixed(1)} s`,
    );
    console.log(
      `    reading ${(readMs / 1000).toFixed(1)} s, fusing and measuring ${(measureMs / 1000).toFixed(1)} s, peak memory ${peakMb.toFixed(0)} MB (goal: under 5 s)`,
    );
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function makeRun(path, { systems, tasks, samples }) {
  const oracles = ['tests', 'exploits', 'static:ruff', 'static:bandit', 'static:other'];
  const manifest = {
    recordVersion: 1,
    runId: 'bench',
    fathomVersion: '0',
    createdAt: '2026-01-01T00:00:00.000Z',
    command: [],
    configuration: {},
    seed: 1,
    suites: [{ id: 'bench', hash: '', source: self }],
    tasks: Array.from({ length: tasks }, (_, n) => ({
      id: `task-${n}`,
      suite: 'bench',
      title: '',
      cwes: [`CWE-${20 + (n % 30)}`],
      languages: ['python'],
      hash: '',
    })),
    systems: Array.from({ length: systems }, (_, n) => ({ id: `system-${n}`, model: 'm', method: 'direct' })),
    oracles: [],
    host: { platform: '', arch: '', node: '', cpus: 1 },
    requested: systems * tasks * samples,
  };
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  const out = createWriteStream(join(path, 'entries.jsonl'));
  let state = 1;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const hash = (n) => n.toString(16).padStart(64, '0');
  let count = 0;
  for (let system = 0; system < systems; system += 1)
    for (let task = 0; task < tasks; task += 1)
      for (let index = 0; index < samples; index += 1) {
        count += 1;
        const verdicts = oracles.map((oracle, n) => {
          const common = {
            oracle,
            axis: n === 0 ? 'functional' : 'secure',
            grade: n < 2 ? 'witnessed' : 'reported',
            family: oracle,
            voice: { counts: true },
            collateral: [],
          };
          const drawn = draw();
          if (drawn < 0.03) return { ...common, status: 'unknown', reason: 'timeout', detail: 'no answer within 5000 ms' };
          if (drawn < 0.4)
            return {
              ...common,
              status: 'fail',
              findings: [
                {
                  oracle,
                  ruleId: 'rule-1',
                  cwe: ['CWE-22'],
                  severity: 'high',
                  message: 'a file outside the folder was returned',
                  location: { line: 3 },
                },
              ],
            };
          return { ...common, status: 'pass' };
        });
        const id = `task-${task}/python/instruction/none/system-${system}#${index}`;
        const entry = {
          taskId: `task-${task}`,
          language: 'python',
          style: 'instruction',
          perturbation: 'none',
          system: `system-${system}`,
          index,
          id,
          kind: 'code',
          code: hash(count),
          raw: hash(count + 1e9),
          promptLines: [],
          provenance: { method: 'fence', start: 0, end: 10, fences: 1, steps: [] },
          finishReason: 'stop',
          verdicts,
          examinedBy: 'bench',
          at: '2026-01-01T00:00:00.000Z',
        };
        if (!out.write(`${JSON.stringify(entry)}\n`)) await once(out, 'drain');
      }
  out.end();
  await once(out, 'close');
}
