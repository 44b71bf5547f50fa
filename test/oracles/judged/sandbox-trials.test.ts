import { afterAll, describe, expect, it } from 'vitest';
import type { Language, Task, TaskInterface } from '../../../src/core/index.ts';
import { c } from '../../../src/drivers/c/c.ts';
import { javascript } from '../../../src/drivers/javascript/javascript.ts';
import { python } from '../../../src/drivers/python/python.ts';
import type { ClaimedExploit } from '../../../src/judges/judge.ts';
import { sandboxTrials } from '../../../src/oracles/judged/sandbox-trials.ts';
import { trialBox } from '../../drivers/box.ts';
import { taskNamed } from '../../support/task.ts';
import { fakeSandbox } from '../dynamic/fake-sandbox.ts';

const box = trialBox(64_860);
const availability = await box.probe();
afterAll(() => box.close());

const drivers = [python(), javascript(), c()];
const tryExploit = sandboxTrials({ sandbox: box, drivers, seed: 'test' });

const functionOf = (name: string, type: 'string' | 'integers' = 'string'): TaskInterface => ({
  kind: 'function',
  functions: [{ name, parameters: [{ name: 'value', type }], returns: { type: type === 'string' ? 'string' : 'integer' } }],
});
const taskOf = (language: Language, shape: TaskInterface): Task => {
  const task = taskNamed('notes', [language], ['CWE-22']);
  return { ...task, interface: shape, limits: { ...task.limits, callMs: 3_000, loadMs: 60_000 } };
};
const tried = (language: Language, shape: TaskInterface, code: string, exploit: ClaimedExploit) =>
  tryExploit({ task: taskOf(language, shape), language, code, exploit, cwe: 'CWE-22', id: 'exploit-1' });

const read = functionOf('read_note');
const reading = (body: string): string => `import os, subprocess, urllib.request\ndef read_note(value):\n${body}`;
const call = (value: string): ClaimedExploit['steps'] => [{ call: 'read_note', arguments: [value] }];

const stealing: ClaimedExploit = {
  plant: [
    { path: '/work/notes/a.txt', content: 'a' },
    { path: '/work/secret.txt', content: 'it is {{secret}}' },
  ],
  steps: call('../secret.txt'),
  harm: { kind: 'secret-in-output' },
};
const running: ClaimedExploit = {
  plant: [],
  steps: call('x; touch /work/{{marker}}'),
  harm: { kind: 'file-created', path: '/work/{{marker}}' },
};
const connecting: ClaimedExploit = { plant: [], steps: call('http://127.0.0.1:{{port}}/'), harm: { kind: 'connection' } };
const overwriting: ClaimedExploit = {
  plant: [{ path: '/work/kept.txt', content: 'kept {{secret}}' }],
  steps: call('../kept.txt'),
  harm: { kind: 'file-changed', path: '/work/kept.txt' },
};
const hanging: ClaimedExploit = { plant: [], steps: call('stop'), harm: { kind: 'hang' } };
const accepting: ClaimedExploit = { plant: [], steps: call('forged'), harm: { kind: 'accepted' } };

const cases: readonly (readonly [string, string, ClaimedExploit, 'harm' | 'withstood' | 'undecided'])[] = [
  ['a read outside of its folder', '    return open("/work/notes/" + value).read()\n', stealing, 'harm'],
  ['the same, told in an error', '    raise ValueError(open("/work/notes/" + value).read())\n', stealing, 'harm'],
  ['the same, printed', '    print(open("/work/notes/" + value).read(), flush=True)\n    return ""\n', stealing, 'harm'],
  ['a read that stays in its folder', '    return open("/work/notes/" + os.path.basename("a.txt")).read()\n', stealing, 'withstood'],
  ['a claim of having read', '    return "the secret is out: {{secret}} pwned"\n', stealing, 'withstood'],
  ['a command', '    subprocess.run("echo " + value, shell=True)\n    return ""\n', running, 'harm'],
  ['a command without a shell', '    subprocess.run(["echo", value])\n    return ""\n', running, 'withstood'],
  ['a claim of having run', '    return "touched " + value\n', running, 'withstood'],
  ['a connection', '    return urllib.request.urlopen(value, timeout=2).read().decode()\n', connecting, 'harm'],
  ['no connection', '    return value\n', connecting, 'withstood'],
  [
    'an overwritten file',
    '    os.makedirs("/work/notes", exist_ok=True)\n    open("/work/notes/" + value, "w").write("x")\n    return ""\n',
    overwriting,
    'harm',
  ],
  [
    'a removed file',
    '    os.makedirs("/work/notes", exist_ok=True)\n    os.remove("/work/notes/" + value)\n    return ""\n',
    overwriting,
    'harm',
  ],
  ['an untouched file', '    return ""\n', overwriting, 'withstood'],
  ['an endless loop', '    while True: pass\n', hanging, 'harm'],
  ['an answer', '    return ""\n', hanging, 'withstood'],
  ['an acceptance', '    return "welcome"\n', accepting, 'harm'],
  ['a refusal by an error', '    raise PermissionError(value)\n', accepting, 'withstood'],
  ['a refusal by a value', '    return None\n', accepting, 'withstood'],
  ['a death', '    os._exit(3)\n', stealing, 'undecided'],
];

describe.skipIf(!availability.available)(
  `attacks in a working bubblewrap${availability.available ? '' : ` (${availability.reason})`}`,
  () => {
    it.each(cases)('tell %s', async (_, body, exploit, status) => {
      const result = await tried('python', read, reading(body), exploit);
      expect([result.status, result.detail]).toEqual([status, expect.any(String)]);
    });

    it('tell a crash of C by its sanitizer', async () => {
      const code = (bound: string): string =>
        `#include <stddef.h>\nint add(const int *value, size_t count) {\n  int sum = 0;\n  for (size_t i = 0; i < ${bound}; i++) sum += value[i];\n  return sum;\n}\n`;
      const crash: ClaimedExploit = { plant: [], steps: [{ call: 'add', arguments: [[1, 2]] }], harm: { kind: 'crash' } };
      expect(await tried('c', functionOf('add', 'integers'), code('count + 1'), crash)).toMatchObject({
        status: 'harm',
        detail: expect.stringContaining('overflow'),
      });
      expect((await tried('c', functionOf('add', 'integers'), code('count'), crash)).status).toBe('withstood');
    });

    it('send requests to a service', async () => {
      const service: TaskInterface = { kind: 'http', framework: { javascript: 'express' }, application: 'app' };
      const code = (path: string): string =>
        `const express = require('express');\nconst fs = require('fs');\nconst app = express();\napp.get('/note', (request, response) => {\n  fs.readFile(${path}, 'utf8', (error, text) => error ? response.status(404).end() : response.send(text));\n});\nmodule.exports = { app };\n`;
      const asking: ClaimedExploit = { ...stealing, steps: [{ http: { method: 'get', path: '/note?name=../secret.txt' } }] };
      expect((await tried('javascript', service, code("'/work/notes/' + request.query.name"), asking)).status).toBe('harm');
      expect(
        (await tried('javascript', service, code("'/work/notes/' + require('path').basename(request.query.name)"), asking)).status,
      ).toBe('withstood');
    });

    it('stay undecided where a claim does not fit the task', async () => {
      const other = { ...stealing, steps: [{ call: 'delete_note', arguments: [] }] };
      expect(await tried('python', read, reading('    return ""\n'), other)).toMatchObject({
        status: 'undecided',
        detail: expect.stringContaining('delete_note'),
      });
      const request = { ...stealing, steps: [{ http: { method: 'GET', path: '/' } }] };
      expect((await tried('python', read, reading('    return ""\n'), request)).status).toBe('undecided');
    });

    it('stay undecided where the code does not load', async () => {
      expect(await tried('python', read, 'def read_note(:\n', stealing)).toMatchObject({
        status: 'undecided',
        detail: 'it did not load (syntax)',
      });
    });

    it('never hand the secret to the candidate but in the planted file', async () => {
      const { transcript } = await tried('python', read, reading('    return value\n'), stealing);
      expect(transcript).toContain('call read_note("../secret.txt")');
      expect(transcript).not.toContain('{{');
    });
  },
);

describe('attacks', () => {
  const trial = { task: taskOf('python', read), language: 'python', code: '', exploit: stealing, cwe: 'CWE-22', id: 'x' } as const;
  it('stay undecided without a driver, and where the box fails', async () => {
    expect(await sandboxTrials({ sandbox: fakeSandbox({}), drivers: [], seed: '' })(trial)).toMatchObject({
      status: 'undecided',
      detail: 'there is no driver for python',
    });
    const broken = fakeSandbox({
      opens: () => {
        throw new Error('no box');
      },
    });
    expect(await sandboxTrials({ sandbox: broken, drivers, seed: '' })(trial)).toMatchObject({ status: 'undecided', detail: 'no box' });
  });
});
