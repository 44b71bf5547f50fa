import { describe, expect, test } from 'vitest';
import type { Language, Sample, Task, Verdict, Voice } from '../../src/core/index.ts';
import { refineKind } from '../../src/pipeline/examine.ts';
import { taskNamed } from '../support/task.ts';

const sampleOf = (code: string, language: Language = 'python'): Sample => ({
  id: 'note/x#0',
  taskId: 'note',
  language,
  style: 'instruction',
  perturbation: 'none',
  system: 'x',
  index: 0,
  kind: 'code',
  code,
  promptLines: [],
  provenance: { method: 'given', start: 0, end: code.length, fences: 0, steps: [] },
});

const functional = (ruleId: string | undefined, message = '', voice: Voice = { counts: true }): Verdict => {
  const facts = { oracle: 'tests', axis: 'functional', grade: 'witnessed', family: 'tests', voice, collateral: [] } as const;
  if (ruleId === undefined) return { ...facts, status: 'pass' };
  return { ...facts, status: 'fail', findings: [{ oracle: 'tests', ruleId, cwe: [], severity: 'unrated', message }] };
};

const taskWith = (packages: readonly string[], language: Language = 'python'): Task => {
  const task = taskNamed('note', [language], ['CWE-22']);
  return { ...task, testsPath: '/tasks/note/tests.ts', languages: task.languages.map((each) => ({ ...each, packages })) };
};

const kindOf = (code: string, verdict: Verdict, { packages = [], language }: { packages?: readonly string[]; language?: Language } = {}) =>
  refineKind(sampleOf(code, language), [verdict], {}, taskWith(packages, language));

describe('the kind missing-dependency', () => {
  test('is that of code that did not load because a package is not there', () => {
    expect(kindOf('x', functional('load:missing-dependency'))).toBe('missing-dependency');
  });

  test('is not charged where the verdict does not count: then the box lacks the language', () => {
    expect(kindOf('x', functional('load:missing-dependency', '', { counts: false, because: 'failed its controls in go' }))).toBe('code');
  });

  test('is that of code that imports an undeclared package, though this machine has it and every test passed', () => {
    expect(kindOf('import yaml\n', functional(undefined))).toBe('missing-dependency');
    expect(kindOf('import yaml\n', functional(undefined), { packages: ['pyyaml'] })).toBe('code');
  });

  test('is not that of code that works and could do without', () => {
    expect(kindOf('try:\n    import yaml\nexcept ImportError:\n    yaml = None\n', functional(undefined))).toBe('code');
    expect(kindOf('def main():\n    import uvicorn\n', functional('reads-a-note', 'expected "a", found "b"'))).toBe('code');
  });

  test('is that of code that failed because it needed a package on the way', () => {
    const python = functional('reads-a-note', "call: expected an answer, but it raised ModuleNotFoundError: No module named 'yaml'");
    expect(kindOf('def f():\n    import yaml\n', python)).toBe('missing-dependency');
    const node = functional('reads-a-note', "it raised Error: Cannot find module 'lodash/get'");
    expect(kindOf("const f = () => require('lodash/get')();", node, { language: 'javascript' })).toBe('missing-dependency');
    const c = functional('load:compile', 'candidate.c:1:10: fatal error: openssl/sha.h: No such file or directory');
    expect(kindOf('#include <openssl/sha.h>\n', c, { language: 'c' })).toBe('missing-dependency');
    const unlinked = functional('load:compile', "candidate.c: undefined reference to `SHA256'");
    expect(kindOf('#include <openssl/sha.h>\n', unlinked, { language: 'c' })).toBe('missing-dependency');
    expect(kindOf('#include <math.h>\n', unlinked, { language: 'c' })).toBe('code');
  });

  test('is not that of code whose failure names another module than it imports', () => {
    const verdict = functional('reads-a-note', "No module named 'notes'");
    expect(kindOf('def f():\n    import yaml\n', verdict)).toBe('code');
  });

  test('is not looked for in samples of a task that declares nothing because it came without tests', () => {
    const { testsPath: _, ...imported } = taskWith([]);
    expect(refineKind(sampleOf('import yaml\n'), [functional(undefined)], {}, imported)).toBe('code');
  });

  test('gives way to unparsable', () => {
    expect(kindOf('import yaml\n', functional('load:syntax'))).toBe('unparsable');
  });

  test('knows that a framework is declared by the interface', () => {
    const task: Task = { ...taskWith([]), interface: { kind: 'http', framework: { python: 'flask' }, application: 'app' } };
    expect(refineKind(sampleOf('from flask import Flask\n'), [functional(undefined)], {}, task)).toBe('code');
  });
});
