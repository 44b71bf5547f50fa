import type { Analyzer, FileReport, SourceFile } from '../../../src/analyzers/analyzer.ts';
import type { CweId, Finding, Sample, Task, Witness, WitnessLabel } from '../../../src/core/index.ts';
import { taskNamed } from '../../support/task.ts';

export const finding = (cwe: readonly CweId[], line?: number, ruleId = 'rule'): Finding => ({
  oracle: 'static:stand-in',
  ruleId,
  cwe,
  severity: 'high',
  message: ruleId,
  ...(line === undefined ? {} : { location: { line } }),
});

/**
 * Reads its findings out of the code: each line `flag CWE-89` is a finding there, `unparsable` and `hang` fail the file,
 * `explode` makes the whole tool throw;
 * `half read` says that there may be more.
 */
const reportOf = ({ code }: SourceFile): FileReport => {
  if (code.includes('explode')) throw new Error('the tool exploded');
  if (code.includes('unparsable')) return { status: 'failed', reason: 'unparsable-code', detail: 'line 1: what is this' };
  if (code.includes('hang')) return { status: 'failed', reason: 'timeout', detail: 'took too long' };
  const findings = code.split('\n').flatMap((text, index) => {
    const number = /^flag CWE-(\d+)/.exec(text)?.[1];
    return number === undefined ? [] : [finding([`CWE-${Number(number)}`], index + 1)];
  });
  const incomplete = { reason: 'skipped-by-tool', detail: 'line 1 could not be followed' } as const;
  return { status: 'analyzed', findings, ...(code.includes('half read') ? { incomplete } : {}) };
};

export const standIn = (overrides: Partial<Analyzer> = {}): Analyzer & { readonly batches: SourceFile[][] } => {
  const batches: SourceFile[][] = [];
  return {
    id: 'stand-in',
    summary: 'says what the code tells it to say',
    family: 'stand-in',
    languages: ['python'],
    controls: [{ language: 'python', name: 'a flag', cwe: 'CWE-89', bad: 'flag CWE-89', good: 'nothing' }],
    detect: async () => ({ state: 'ready', version: '1.0', ruleSet: 'all' }),
    analyze: async (files, signal) => {
      signal?.throwIfAborted();
      batches.push([...files]);
      return files.map(reportOf);
    },
    batches,
    ...overrides,
  };
};

export const witness = (label: WitnessLabel, code: string, name: string = label): Witness => ({ language: 'python', label, name, code });

export const taskWith = (witnesses: readonly Witness[], cwes: readonly CweId[] = ['CWE-89'], id = 'task'): Task => ({
  ...taskNamed(id, ['python'], cwes),
  witnesses,
});

/** Secure, insecure, and the rest of the labels misread by the stand-in: it is admitted to this task. */
export const telling: Task = taskWith([
  witness('secure', 'fine'),
  witness('insecure', 'flag CWE-89'),
  witness('insecure', 'looks fine', 'insecure-2'),
  witness('evasive', 'looks fine too'),
  witness('suspicious', 'flag CWE-89 again'),
]);

export const sample = (code: string, overrides: Partial<Sample> = {}): Sample => ({
  id: 'task/python/instruction/none/system#0',
  taskId: 'task',
  language: 'python',
  style: 'instruction',
  perturbation: 'none',
  system: 'system',
  index: 0,
  kind: 'code',
  code,
  promptLines: [],
  provenance: { method: 'given', start: 0, end: code.length, fences: 0, steps: [] },
  ...overrides,
});
