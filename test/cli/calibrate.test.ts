import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibrate } from '../../src/cli/commands/calibrate.ts';
import { report } from '../../src/cli/commands/report.ts';
import { run } from '../../src/cli/commands/run.ts';
import type { Context, Run } from '../../src/cli/context.ts';

const patience = 180_000;

describe('fathom calibrate', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-calibrate-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const call = async (command: Run, options: Record<string, unknown>, positional: readonly unknown[] = []) => {
    const [out, notes]: [string[], string[]] = [[], []];
    const console = {
      out: (text: string) => void out.push(text),
      note: (text: string) => void notes.push(text),
      redraw: () => {},
      width: 80,
      live: false,
      colour: false,
      unicode: true,
    };
    const signal = new AbortController().signal;
    const context: Context = { console, environment: {}, clock: Date.now, cwd: folder, signal, argv: [] };
    return { code: await command(context, { positional, options }), out: out.join('\n'), notes: notes.join('\n') };
  };
  const staticOnly = { execute: false, analyzers: ['ruff'], languages: ['python'], tasks: ['read-note', 'boat-hire'] };

  it(
    'measures the oracles on the witnesses, keeps it, and a report weighs by it',
    async () => {
      const first = await call(calibrate, staticOnly);
      expect(first.code).toBe(0);
      expect(first.out).toContain('static:ruff');
      expect(first.notes).toContain('witnesses that do not work');
      const kept: { samples: unknown[]; oracles: { version: string }[] } = JSON.parse(
        await readFile(join(folder, 'calibration.json'), 'utf8'),
      );
      expect(kept.samples.length).toBeGreaterThan(3);
      expect(kept.oracles[0]?.version).toMatch(/^\d/);
      const again = await call(calibrate, { ...staticOnly, json: true });
      expect(JSON.parse(again.out).oracles[0].oracle).toBe('static:ruff');

      const options = {
        ...staticOnly,
        model: 'scripted/careless',
        out: 'run',
        fusion: 'weighted',
        calibration: 'calibration.json',
        reports: ['json'],
        maxUnknown: 1,
      };
      expect((await call(run, options)).code).toBe(0);
      // The run keeps a copy: its report needs nothing else.
      await rm(join(folder, 'calibration.json'));
      const replayed: { calibration: { rates: unknown[] }; fusion: { id: string } } = JSON.parse(
        (await call(report, { json: true }, ['run'])).out,
      );
      expect(replayed.fusion.id).toBe('weighted');
      expect(replayed.calibration.rates.length).toBe(2);
    },
    patience,
  );

  it('refuses a calibration that is not there before anybody is asked', async () => {
    await expect(call(run, { ...staticOnly, model: 'scripted/careless', out: 'other', calibration: 'gone.json' })).rejects.toThrow(
      /fathom calibrate/,
    );
  });

  it('refuses labels that are none, with their place', async () => {
    await writeFile(join(folder, 'labels.jsonl'), '{"entry": "x", "axis": "secure", "status": "maybe"}\n');
    await expect(call(calibrate, { labels: 'labels.jsonl' })).rejects.toThrow(/labels\.jsonl:1/);
  });
});
