import type {
  AccuracyRow,
  CalibratedOracle,
  CweId,
  Entry,
  KeptStatus,
  LabelledSample,
  Language,
  OracleFacts,
  TruthCounts,
  Verdict,
  VerdictStatus,
} from '../../core/index.ts';
import { addCounts, countTruths, noCounts } from './accuracy.ts';

/** What is known of an examined sample beyond its entry. */
export type Truth = Pick<LabelledSample, 'label' | 'truth' | 'cwes' | 'system' | 'entry'>;

const keptOf = ({ status, voice }: Verdict): KeptStatus => (voice.counts ? status : `muted ${status}`);

/** Every answer of each judge that was asked several times, by oracle; of a panel by `oracle judge`. */
const repetitionsOf = ({ oracle, grade, checks }: Verdict): readonly (readonly [string, readonly VerdictStatus[]])[] => {
  if (grade !== 'opined') return [];
  const answers = new Map<string, VerdictStatus[]>();
  for (const { id, status } of checks ?? []) {
    const judge = /^(?:(.*)\/)?repetition-\d+$/.exec(id);
    if (judge === null) continue;
    const name = judge[1] === undefined ? oracle : `${oracle} ${judge[1]}`;
    answers.set(name, [...(answers.get(name) ?? []), status]);
  }
  return [...answers].filter(([, own]) => own.length > 1);
};

/** An examined sample as a calibration keeps it: the verdicts on the secure axis without their findings. */
export const labelledSample = (entry: Entry, truth: Truth): LabelledSample => {
  const secure = entry.verdicts.filter(({ axis }) => axis === 'secure');
  const probabilities = secure.flatMap(({ oracle, probability }) => (probability === undefined ? [] : [[oracle, probability] as const]));
  const repetitions = secure.flatMap(repetitionsOf);
  return {
    id: entry.id,
    task: entry.taskId,
    language: entry.language,
    ...truth,
    verdicts: Object.fromEntries(secure.map((verdict) => [verdict.oracle, keptOf(verdict)])),
    ...(probabilities.length === 0 ? {} : { probabilities: Object.fromEntries(probabilities) }),
    ...(repetitions.length === 0 ? {} : { repetitions: Object.fromEntries(repetitions) }),
  };
};

/** The oracles that said anything on the secure axis, sorted; versions are those of the manifest. */
export const calibratedOracles = (entries: readonly Entry[], facts: readonly OracleFacts[]): readonly CalibratedOracle[] => {
  const versions = new Map(facts.filter(({ axis }) => axis === 'secure').map(({ id, version }) => [id, version]));
  const found = new Map<string, CalibratedOracle>();
  for (const { verdicts } of entries)
    for (const { oracle: id, axis, family, grade } of verdicts)
      if (axis === 'secure' && !found.has(id)) found.set(id, { id, family, grade, version: versions.get(id) ?? 'unknown' });
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

const statusOf = (kept: KeptStatus): VerdictStatus => (kept.endsWith('pass') ? 'pass' : kept.endsWith('fail') ? 'fail' : 'unknown');

type Row = { readonly oracle: string; readonly language: Language; readonly cwe?: CweId; counts: TruthCounts; heard: TruthCounts };

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

/** Right and wrong verdicts of each oracle, by language and weakness, and over all weaknesses of a language. */
export const accuracyRows = (samples: readonly LabelledSample[]): readonly AccuracyRow[] => {
  const rows = new Map<string, Row>();
  for (const { language, cwes, truth, verdicts } of samples) {
    for (const [oracle, kept] of Object.entries(verdicts)) {
      const counts = countTruths([{ truth, status: statusOf(kept) }]);
      const heard = kept.startsWith('muted') ? noCounts : counts;
      for (const cwe of [undefined, ...new Set(cwes)]) {
        const key = [oracle, language, cwe ?? ''].join('\n');
        const row = rows.get(key) ?? { oracle, language, ...(cwe === undefined ? {} : { cwe }), counts: noCounts, heard: noCounts };
        row.counts = addCounts(row.counts, counts);
        row.heard = addCounts(row.heard, heard);
        rows.set(key, row);
      }
    }
  }
  return [...rows].sort(([a], [b]) => inOrder(a, b)).map(([, row]) => row);
};
