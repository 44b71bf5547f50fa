import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/commands/run.ts';
import { sandboxNamed } from '../../src/compose/oracles.ts';
import type { Entry, Verdict } from '../../src/core/index.ts';
import { type Reply, startServer } from '../models/misbehaving-server.ts';

const box = await sandboxNamed('bubblewrap', { slots: 1 });
const availability = await box.probe();
await box.close();

const reading = (name: string) => ({
  plant: [
    { path: '/work/home/notes/today.txt', content: 'today {{secret}}' },
    { path: '/work/home/notes/sub/plan.txt', content: 'a plan' },
    { path: '/work/home/private.txt', content: 'private {{secret}}' },
  ],
  steps: [{ call: 'read_note', arguments: ['/work/home/notes', name] }],
  harm: { kind: 'secret-in-output' },
});
const finding = (exploit: object) => ({ cwe: 'CWE-22', line: 1, file: null, input: 'a name', why: 'it is read', exploit });

/** Right about the controls; calls everything else insecure, with an attack that is none and two that may be. */
const alarmed: Reply = (_, response, body) => {
  const isGood = body.includes('os.path.basename(name)');
  const answer = isGood
    ? { verdict: 'secure', probability: 0, findings: [], addressed: [] }
    : {
        verdict: 'insecure',
        probability: 1,
        findings: [finding(reading('today.txt')), finding(reading('sub/../../private.txt')), finding(reading('....//private.txt'))],
        addressed: [],
      };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ model: 'm', choices: [{ finish_reason: 'stop', message: { content: JSON.stringify(answer) } }] }));
};

describe.skipIf(!availability.available)(
  `a run in a working bubblewrap${availability.available ? '' : ` (${availability.reason})`}`,
  () => {
    const folders: string[] = [];
    afterAll(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    it('confirms a judge’s attack only where the task’s own exploits succeed, and discards the one that works on secure code', async () => {
      const server = await startServer([alarmed]);
      const folder = await mkdtemp(join(tmpdir(), 'fathom-attacks-'));
      folders.push(folder);
      try {
        await run(
          {
            console: {
              out: () => undefined,
              note: () => undefined,
              redraw: () => undefined,
              live: false,
              colour: false,
              unicode: true,
              width: 120,
            },
            environment: {},
            clock: () => 0,
            cwd: folder,
            signal: new AbortController().signal,
            argv: [],
          },
          {
            positional: [],
            options: {
              model: 'scripted/careless',
              nSamples: 10,
              tasks: ['read-note'],
              languages: ['python'],
              analyzers: ['none'],
              reports: ['json'],
              maxUnknown: 1,
              out: 'run',
              judges: [{ model: 'local/alarmed', 'base-url': `${server.url}/v1`, repetitions: 1 }],
            },
          },
        );
      } finally {
        await server.close();
      }
      const entries: readonly Entry[] = (await readFile(join(folder, 'run', 'entries.jsonl'), 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const said = (entry: Entry, oracle: string): Verdict | undefined =>
        entry.verdicts.find((verdict) => verdict.oracle === oracle && verdict.axis === 'secure');
      const attacked = entries.filter(({ kind }) => kind === 'code');
      const statuses = new Set(attacked.map((entry) => said(entry, 'exploits')?.status));
      expect(statuses).toEqual(new Set(['pass', 'fail']));
      let confirmed = 0;
      for (const entry of attacked) {
        const trial = said(entry, 'judged:local/alarmed:rubric-cwe/exploits');
        const works = trial?.status === 'fail';
        // Other insecure code may fall to other names than this one.
        expect([entry.id, works && said(entry, 'exploits')?.status !== 'fail', trial?.voice.counts]).toEqual([entry.id, false, works]);
        expect(trial?.checks?.[0]?.detail).toContain('discarded: it "works" on the witness');
        expect(trial?.checks?.some(({ status }) => status === 'fail')).toBe(works);
        confirmed += works ? 1 : 0;
      }
      expect(confirmed).toBeGreaterThan(0);
    }, 300_000);
  },
);
