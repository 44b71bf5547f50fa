import { type Axis, type Entry, type Grade, type Language, type UnknownReason, unknownReasons } from '../core/index.ts';

/** The verdicts of one oracle on one axis. */
export type OracleCount = {
  readonly oracle: string;
  readonly axis: Axis;
  readonly grade: Grade;
  readonly family: string;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly muted: number;
  readonly unknownBy: Partial<Record<UnknownReason, number>>;
  /** How many samples it decided, for each language in which it said anything. */
  readonly decidedBy: ReadonlyMap<Language, number>;
};

type Growing = Omit<OracleCount, 'pass' | 'fail' | 'unknown' | 'muted' | 'decidedBy'> & {
  pass: number;
  fail: number;
  unknown: number;
  muted: number;
  readonly decidedBy: Map<Language, number>;
};

export type Census = readonly OracleCount[];

const fresh = (like: Pick<OracleCount, 'oracle' | 'axis' | 'grade' | 'family'>): Growing => {
  const { oracle, axis, grade, family } = like;
  return { oracle, axis, grade, family, pass: 0, fail: 0, unknown: 0, muted: 0, unknownBy: {}, decidedBy: new Map() };
};

const inOrder = (counts: Iterable<Growing>): Census =>
  [...counts].sort((a, b) => (a.axis === b.axis ? (a.oracle < b.oracle ? -1 : 1) : a.axis < b.axis ? -1 : 1));

const countEntry = (counts: Readonly<Record<Axis, Map<string, Growing>>>, entry: Entry): void => {
  for (const verdict of entry.verdicts) {
    const onAxis = counts[verdict.axis];
    let count = onAxis.get(verdict.oracle);
    if (count === undefined) {
      count = fresh(verdict);
      onAxis.set(verdict.oracle, count);
    }
    count[verdict.status] += 1;
    if (!verdict.voice.counts) count.muted += 1;
    if (verdict.status === 'unknown') count.unknownBy[verdict.reason] = (count.unknownBy[verdict.reason] ?? 0) + 1;
    count.decidedBy.set(entry.language, (count.decidedBy.get(entry.language) ?? 0) + (verdict.status === 'unknown' ? 0 : 1));
  }
};

/** Every verdict of each system, counted in one pass. Oracles sorted by axis and name. */
export const censusBySystem = (entries: readonly Entry[]): ReadonlyMap<string, Census> => {
  const systems = new Map<string, Record<Axis, Map<string, Growing>>>();
  for (const entry of entries) {
    const counts = systems.get(entry.system) ?? { functional: new Map(), secure: new Map() };
    systems.set(entry.system, counts);
    countEntry(counts, entry);
  }
  return new Map([...systems].map(([system, counts]) => [system, inOrder([...counts.functional.values(), ...counts.secure.values()])]));
};

/** The same oracles' counts of several systems, added up. */
export const together = (censuses: Iterable<Census>): Census => {
  const sums = new Map<string, Growing>();
  for (const count of [...censuses].flat()) {
    const key = `${count.axis}\n${count.oracle}`;
    const sum = sums.get(key) ?? fresh(count);
    sums.set(key, sum);
    sum.pass += count.pass;
    sum.fail += count.fail;
    sum.unknown += count.unknown;
    sum.muted += count.muted;
    for (const reason of unknownReasons) {
      const more = count.unknownBy[reason];
      if (more !== undefined) sum.unknownBy[reason] = (sum.unknownBy[reason] ?? 0) + more;
    }
    for (const [language, decided] of count.decidedBy) sum.decidedBy.set(language, (sum.decidedBy.get(language) ?? 0) + decided);
  }
  return inOrder(sums.values());
};
