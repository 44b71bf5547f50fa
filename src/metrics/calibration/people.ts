import type { Label } from '../../core/index.ts';

/** What people hold of one entry. */
export type PeoplesTruth = {
  readonly truth: 'secure' | 'insecure';
  readonly people: number;
  readonly drawn?: 'random' | 'disputed';
};

export type PeoplesTruths = {
  readonly truths: ReadonlyMap<string, PeoplesTruth>;
  /** Entries on which people are divided evenly: nobody knows. */
  readonly divided: readonly string[];
};

/** The secure axis by the majority of people; of several labels by one person the last in the file counts. */
export const peoplesTruths = (labels: readonly Label[]): PeoplesTruths => {
  const byEntry = new Map<string, Map<string, Label>>();
  for (const label of labels) {
    if (label.axis !== 'secure') continue;
    const own = byEntry.get(label.entry) ?? new Map<string, Label>();
    byEntry.set(label.entry, own);
    own.set(label.by, label);
  }
  const truths = new Map<string, PeoplesTruth>();
  const divided: string[] = [];
  for (const [entry, own] of byEntry) {
    const all = [...own.values()];
    const passes = all.filter(({ status }) => status === 'pass').length;
    const drawn = all.find((label) => label.drawn !== undefined)?.drawn;
    if (2 * passes === all.length) divided.push(entry);
    else {
      const truth = 2 * passes > all.length ? 'secure' : 'insecure';
      truths.set(entry, { truth, people: all.length, ...(drawn === undefined ? {} : { drawn }) });
    }
  }
  return { truths, divided };
};
