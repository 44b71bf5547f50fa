import { type Entry, messageOf, type Sample, type SampleKind, type Task, type UnknownReason, type Verdict } from '../core/index.ts';
import type { Examination, Oracle } from '../oracles/oracle.ts';
import { lacksDependency } from './lacks-dependency.ts';
import { sha256 } from './store/blobs.ts';
import type { RunStore } from './store/run-store.ts';

/** Equal keys mean that the same oracle would see the same code, task and prompt lines. */
export const verdictKey = (oracle: Oracle, { sample, task }: Examination): string =>
  sha256(
    JSON.stringify([
      oracle.id,
      oracle.version,
      task.suite,
      task.id,
      task.hash,
      sample.language,
      sample.kind,
      sample.code,
      sample.promptLines,
      ...(sample.files === undefined ? [] : [sample.files]),
    ]),
  );

/**
 * Which oracles' `unparsable-code` is the language's own parser speaking: that makes the sample's kind `unparsable`.
 * Another tool that stumbles says nothing about the code.
 */
export type ParserOf = Readonly<Record<string, string>>;

/**
 * The kind of a sample after its oracles spoke: code that its language's parser or compiler refuses is `unparsable`, code that needs
 * what its task does not declare is `missing-dependency`.
 */
export const refineKind = (sample: Sample, verdicts: readonly Verdict[], parserOf: ParserOf, task: Task): SampleKind => {
  if (sample.kind !== 'code') return sample.kind;
  const refused = verdicts.some(
    (verdict) =>
      (verdict.status === 'unknown' && verdict.reason === 'unparsable-code' && verdict.oracle === parserOf[sample.language]) ||
      (verdict.status === 'fail' && verdict.axis === 'functional' && verdict.findings.some(({ ruleId }) => ruleId === 'load:syntax')),
  );
  if (refused) return 'unparsable';
  return lacksDependency(sample, verdicts, task) ? 'missing-dependency' : 'code';
};

/** Oracles whose answer depends on the sample's identity, not on its code: their verdicts are never cached. */
const bySample = (oracle: Oracle): boolean => oracle.id.startsWith('imported');

const examineWith = async (
  oracle: Oracle,
  batch: readonly Examination[],
  store: RunStore,
  signal?: AbortSignal,
): Promise<readonly (readonly Verdict[])[]> => {
  const keys = batch.map((examination) => (bySample(oracle) ? undefined : verdictKey(oracle, examination)));
  const known = keys.map((key) => (key === undefined ? undefined : store.verdicts(key)));
  const pending = new Map<string, number[]>();
  for (const [position, key] of keys.entries()) {
    if (known[position] !== undefined) continue;
    const name = key ?? `#${position}`;
    pending.set(name, [...(pending.get(name) ?? []), position]);
  }
  const asked = [...pending.values()].flatMap(([first]) => (first === undefined ? [] : (batch[first] ?? [])));
  if (asked.length > 0) {
    const answers = await oracle.examine(asked, signal);
    if (answers.length !== asked.length) throw new Error(`oracle ${oracle.id} answered ${answers.length} of ${asked.length} samples`);
    const toCache: { key: string; verdicts: readonly Verdict[] }[] = [];
    for (const [order, positions] of [...pending.values()].entries()) {
      const verdicts = answers[order] ?? [];
      for (const position of positions) known[position] = verdicts;
      const key = keys[positions[0] ?? -1];
      if (key !== undefined && !verdicts.some(mayRecover)) toCache.push({ key, verdicts });
    }
    await store.saveVerdicts(toCache);
  }
  return known.map((verdicts) => verdicts ?? []);
};

/** Reasons of this machine or this moment. */
const mending: readonly UnknownReason[] = [
  'sandbox',
  'tool-missing',
  'tool-broken',
  'tool-crashed',
  'timeout',
  'missing-dependency',
  'error',
  'no-answer',
  'budget',
];

/** Troubles that may be gone at the next try: not worth remembering. */
const mayRecover = (verdict: Verdict): boolean => verdict.status === 'unknown' && mending.includes(verdict.reason);

/**
 * All oracles over one batch, side by side. An oracle that throws against its promise is a bug of Fathom's: the run stops,
 * and nothing of the batch is recorded.
 */
export const examine = async (
  batch: readonly Examination[],
  oracles: readonly Oracle[],
  store: RunStore,
  signal?: AbortSignal,
): Promise<readonly (readonly Verdict[])[]> => {
  const answers = await Promise.all(
    oracles.map(async (oracle) => {
      try {
        return await examineWith(oracle, batch, store, signal);
      } catch (cause) {
        if (signal?.aborted) throw cause;
        throw new Error(`oracle ${oracle.id} failed against its promise: ${messageOf(cause)}`, { cause });
      }
    }),
  );
  return batch.map((_, position) => answers.flatMap((verdicts) => verdicts[position] ?? []));
};

/** Names the oracles and versions of a run, as entries remember them. */
export const examinersOf = (oracles: readonly Oracle[]): Entry['examinedBy'] =>
  sha256(JSON.stringify(oracles.map(({ id, version }) => [id, version]))).slice(0, 16);
