import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/fathom.js', import.meta.url));

type Result = { readonly code: number | null; readonly out: string; readonly err: string };

/** The built command line, as a user runs it. `npm test` builds before it tests. */
const fathom = (args: readonly string[], cwd: string): Result => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
};

const staticOnly = ['--execute', 'false', '--analyzers', 'ruff', '--languages', 'python'];

describe('the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-cli-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('lists every family as an array of objects with id and summary', () => {
    const families: { id: string }[] = JSON.parse(fathom(['list', '--json'], folder).out);
    expect(families.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['analyzers', 'models', 'methods', 'sandboxes', 'fusion', 'metrics', 'reports', 'sample-formats']),
    );
    for (const { id } of families) {
      const members: { id: unknown; summary: unknown }[] = JSON.parse(fathom(['list', id, '--json'], folder).out);
      expect(members.length).toBeGreaterThan(0);
      for (const member of members) expect([typeof member.id, typeof member.summary]).toEqual(['string', 'string']);
    }
  });

  it('suggests the nearest word for a misspelt command, family, task and report', () => {
    expect(fathom(['evalaute', 'x'], folder).err).toContain('Did you mean evaluate?');
    expect(fathom(['list', 'anlyzers'], folder).err).toContain('did you mean "analyzers"?');
    expect(fathom(['tasks', 'show', 'raed-note'], folder).err).toContain('did you mean "read-note"?');
    expect(fathom(['run', '--model', 'scripted/carless'], folder).err).toContain('did you mean "scripted/careless"?');
  });

  it('ends with 2 for a user’s mistake, and says what to do', () => {
    const result = fathom(['run'], folder);
    expect(result.code).toBe(2);
    expect(result.err).toContain('no-system');
    expect(result.err).toContain('--model');
    expect(fathom(['run', '--model', 'openai/some-model'], folder)).toMatchObject({ code: 2 });
  });

  it('refuses a method that does not exist, and a number that is none', () => {
    expect(fathom(['run', '--model', 'scripted/careless', '--method', 'remindre', '--dry-run'], folder)).toMatchObject({ code: 2 });
    expect(fathom(['evaluate', 'x.jsonl', '--expect-n', 'many'], folder).err).toContain('expected a whole number of at least 1');
  });

  it('plans without asking anybody', () => {
    const result = fathom(
      ['run', '--model', 'scripted/careless', '--n-samples', '3', '--tasks', 'read-note', '--dry-run', '--json'],
      folder,
    );
    expect(JSON.parse(result.out)).toMatchObject({ tasks: 1, samples: expect.any(Number) });
    expect(result.code).toBe(0);
  });

  it('never runs code unconfined without the typed confirmation', () => {
    const result = fathom(['run', '--model', 'scripted/careful', '--tasks', 'read-note', '--sandbox', 'none'], folder);
    expect(result.code).toBe(2);
    expect(result.err).toContain('--i-understand-that-generated-code-runs-unconfined');
  });

  it('writes a configuration that it can read, and does not overwrite one', () => {
    expect(fathom(['init'], folder).code).toBe(0);
    expect(fathom(['init'], folder).code).toBe(2);
    expect(fathom(['run', 'fathom.yaml', '--dry-run'], folder).code).toBe(0);
  });

  it('ends with 3 when a gate fails and with 4 when too much is unknown', () => {
    const run = fathom(
      [
        'run',
        '--model',
        'scripted/pleaser',
        '--tasks',
        'read-note',
        ...staticOnly,
        '--out',
        'gate',
        '--fail-under',
        'secure@1=0.99',
        '--max-unknown',
        '1',
      ],
      folder,
    );
    expect(run.code).toBe(3);
    expect(run.err).toContain('gate');
    const unknown = fathom(['report', 'gate', '--max-unknown', '0', '--fail-under', 'secure@1=0'], folder);
    expect([3, 4]).toContain(unknown.code);
    expect(unknown.err).toContain('too many unknowns');
  });

  it('prints clean JSON on standard output', () => {
    const report = JSON.parse(fathom(['report', 'gate', '--json', '--max-unknown', '1', '--fail-under', 'secure@1=0'], folder).out);
    expect(report).toHaveProperty('systems');
  });

  it('takes labels from a pipe, and from a file, each once, and says how far people agree', async () => {
    const label = (input: string, ...args: readonly string[]): Result => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'label', 'gate', ...args], {
        cwd: folder,
        encoding: 'utf8',
        input,
      });
      return { code: status, out: stdout, err: stderr };
    };
    const drawn = ['--only', 'random', '--n', '1', '--blind'];
    const first = label('n it is a stub\n', '--by', 'ann', ...drawn);
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('1 labels saved in gate/labels.jsonl') });
    expect(first.out).not.toContain('static:ruff');
    label('y\n', '--by', 'bob', ...drawn);
    const lines = (await readFile(join(folder, 'gate/labels.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { axis: 'secure', status: 'fail', by: 'ann', blind: true, drawn: 'random', note: 'it is a stub' },
      { axis: 'secure', status: 'pass', by: 'bob', entry: lines[0].entry },
    ]);
    expect(JSON.parse(label('', '--summary', '--json').out)).toMatchObject({
      divided: [{ entry: lines[0].entry, pass: ['bob'], fail: ['ann'] }],
    });
    await writeFile(join(folder, 'page.jsonl'), `${JSON.stringify(lines[0])}\n${JSON.stringify({ ...lines[0], by: 'cy' })}\n`);
    expect(label('', '--import', 'page.jsonl').err).toContain('1 labels added to gate/labels.jsonl; 1 were there already');
    await writeFile(join(folder, 'strange.jsonl'), `${JSON.stringify({ ...lines[0], entry: 'of another run' })}\n`);
    expect(label('', '--import', 'strange.jsonl')).toMatchObject({ code: 2, err: expect.stringContaining('unknown-entry') });
  });

  it('lists the samples on which oracles differ, and refuses a run over published tasks as fresh', () => {
    expect(fathom(['disagreements', 'gate', '--json'], folder)).toMatchObject({ code: 0, out: expect.stringMatching(/^\[/) });
    expect(fathom(['report', 'gate', '--fresh', 'gate'], folder)).toMatchObject({ code: 2, err: expect.stringContaining('not-fresh') });
  });

  it('refuses to turn a run into another one', () => {
    const other = fathom(
      ['run', '--model', 'scripted/pleaser', '--tasks', 'read-note', ...staticOnly, '--out', 'gate', '--temperature', '0.1'],
      folder,
    );
    expect(other.code).toBe(2);
    expect(other.err).toContain('run-differs');
  });

  it('evaluates samples of somebody else and names a broken line', async () => {
    const good = JSON.stringify({ task_id: 'read-note', language: 'python', solution: 'def read_note(folder, name):\n    return ""\n' });
    await writeFile(join(folder, 'samples.jsonl'), `${good}\n${good}\n`);
    const result = fathom(
      ['evaluate', 'samples.jsonl', '--execute', 'false', '--analyzers', 'ruff', '--expect-n', '5', '--max-unknown', '1'],
      folder,
    );
    expect(result.code).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'runs/samples/manifest.json'), 'utf8'))).toMatchObject({ requested: 5 });
    await writeFile(join(folder, 'broken.jsonl'), `${good}\n{"task_id": "read-note", "solution": 5}\n`);
    const broken = fathom(['evaluate', 'broken.jsonl', '--execute', 'false'], folder);
    expect(broken.code).toBe(2);
    expect(broken.err).toMatch(/broken\.jsonl:2:\d+/);
  });

  it('resumes after kill -9 without asking again or losing a sample', async () => {
    const args = [
      'run',
      '--model',
      'scripted/careless',
      '--n-samples',
      '40',
      ...staticOnly,
      '--out',
      'killed',
      '--reports',
      'json',
      '--max-unknown',
      '1',
    ];
    for (const delayMs of [700, 900, 1200]) {
      const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: 'ignore' });
      const gone = new Promise((resolve) => child.on('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), delayMs);
      await gone;
    }
    expect(fathom(args, folder).code).toBe(0);
    const report = JSON.parse(await readFile(join(folder, 'killed/report.json'), 'utf8'));
    const completions = (await readFile(join(folder, 'killed/completions.jsonl'), 'utf8')).trim().split('\n');
    const ids = completions.map((line) => JSON.parse(line).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(JSON.parse(await readFile(join(folder, 'killed/manifest.json'), 'utf8')).requested);
    expect(report).toHaveProperty('systems');
  });

  it('stops in good order on Ctrl-C with 130, and keeps what is finished', async () => {
    const args = ['run', '--model', 'scripted/careless', '--n-samples', '400', ...staticOnly, '--out', 'stopped', '--reports', 'json'];
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, CI: 'true' },
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const code = new Promise((resolve) => child.on('exit', resolve));
    // Wait until entries are being written: an interruption before the first one would show nothing.
    for (let tries = 0; tries < 600; tries += 1) {
      const entries = await readFile(join(folder, 'stopped/entries.jsonl'), 'utf8').catch(() => '');
      if (entries.includes('\n')) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGINT');
    expect(await code).toBe(130);
    expect(said).toContain('The same command resumes');
    expect(await readdir(join(folder, 'stopped'))).not.toEqual(expect.arrayContaining([expect.stringMatching(/^lock/)]));
  });

  it('compares two systems of one run', () => {
    const result = fathom(['compare', 'killed#scripted/careless', 'killed#scripted/careless', '--json'], folder);
    expect(JSON.parse(result.out)).toMatchObject({ comparisons: [{ difference: 0 }] });
  });

  it('prints the schemas that it publishes', () => {
    for (const what of ['configuration', 'task', 'report']) expect(JSON.parse(fathom(['schema', what], folder).out)).toHaveProperty('type');
  });
});
