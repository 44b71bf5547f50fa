import { describe, expect, test } from 'vitest';
import type { Language, Task } from '../../../src/core/index.ts';
import type { Driver } from '../../../src/drivers/driver.ts';
import { AbsentPackages } from '../../../src/oracles/dynamic/absent-package.ts';
import type { CandidateRun } from '../../../src/oracles/dynamic/run-candidate.ts';
import { taskNamed } from '../../support/task.ts';
import { boxFails, fakeSandbox } from './fake-sandbox.ts';

const codes: string[] = [];

const driver = (language: Language): Driver => ({
  language,
  summary: '',
  functionName: (name) => name,
  launch: (code, _, packages) => {
    codes.push(code);
    return { runtime: 'exec', payload: null, packages };
  },
});

const taskWith = (packages: readonly string[], language: Language = 'python'): Task => {
  const task = taskNamed('note', [language], ['CWE-22']);
  return { ...task, languages: task.languages.map((each) => ({ ...each, packages })) };
};

const missing = (module: string): CandidateRun => ({
  kind: 'not-loaded',
  failure: { loaded: false, kind: 'missing-dependency', detail: 'no', module },
});

const here = { loads: () => ({ loaded: true }) as const };
const notHere = { loads: () => ({ loaded: false, kind: 'missing-dependency', detail: 'no' }) as const };

describe('a candidate that did not load for want of a package', () => {
  test('is nobody’s fault where the task declares the package and the box has not got it', async () => {
    const absent = new AbsentPackages(fakeSandbox(notHere));
    expect(await absent.settle(missing('lxml.etree'), taskWith(['lxml']), driver('python'))).toEqual({ kind: 'absent', module: 'lxml' });
    expect(codes.at(-1)).toBe('import lxml\n');
  });

  test('is not believed where the box has the package', async () => {
    const run = await new AbsentPackages(fakeSandbox(here)).settle(missing('lxml'), taskWith(['lxml']), driver('python'));
    expect(run).toMatchObject({ kind: 'not-loaded', failure: { kind: 'import' } });
  });

  test('is charged where the task does not declare it, and the box is not asked', async () => {
    const sandbox = fakeSandbox(notHere);
    const run = missing('numpy');
    expect(await new AbsentPackages(sandbox).settle(run, taskWith(['lxml']), driver('python'))).toBe(run);
    expect(sandbox.opened).toEqual([]);
  });

  test('may miss what comes with a declared package', async () => {
    const run = await new AbsentPackages(fakeSandbox(notHere)).settle(missing('multipart'), taskWith(['fastapi']), driver('python'));
    expect(run).toEqual({ kind: 'absent', module: 'multipart' });
  });

  test('is asked about once for each module, and again after a failure of the box', async () => {
    const sandbox = fakeSandbox({ ...notHere, opens: (session) => (session === 1 ? boxFails() : undefined) });
    const absent = new AbsentPackages(sandbox);
    const ask = () => absent.settle(missing('@scope/name/part'), taskWith(['@scope/name'], 'javascript'), driver('javascript'));
    await expect(ask()).rejects.toThrow('the box broke');
    await ask();
    expect(await ask()).toEqual({ kind: 'absent', module: '@scope/name' });
    expect(sandbox.opened.length).toBe(2);
  });

  test('is nobody’s fault where a C library that the task declares is not here', async () => {
    const run: CandidateRun = { kind: 'not-loaded', failure: { loaded: false, kind: 'compile', detail: 'cannot find -lsqlite3' } };
    const settle = (pretence: typeof here | typeof notHere, packages: readonly string[]) =>
      new AbsentPackages(fakeSandbox(pretence)).settle(run, taskWith(packages, 'c'), driver('c'));
    expect(await settle(notHere, ['sqlite3'])).toEqual({ kind: 'absent', module: 'sqlite3' });
    expect(await settle(here, ['sqlite3'])).toBe(run);
    expect(await settle(notHere, [])).toBe(run);
  });

  test('leaves every other end as it is', async () => {
    const run: CandidateRun = { kind: 'not-loaded', failure: { loaded: false, kind: 'import', detail: 'no' } };
    expect(await new AbsentPackages(fakeSandbox(notHere)).settle(run, taskWith(['lxml']), driver('python'))).toBe(run);
  });
});
