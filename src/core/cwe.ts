import { cweParents, cwePillars, cweReplacements } from './cwe-tree.ts';
import type { CweId } from './task.ts';

export { cweTreeVersion } from './cwe-tree.ts';

const numberOf = (id: CweId): number => {
  const number = Number(id.slice(4));
  return cweReplacements[number] ?? number;
};

const idOf = (number: number): CweId => `CWE-${number}`;

const parseTree = (text: string): ReadonlyMap<number, readonly number[]> => {
  const tree = new Map<number, readonly number[]>();
  for (const entry of text.trim().split(/\s+/)) {
    const [id, parents] = entry.split(':');
    tree.set(Number(id), (parents ?? '').split(',').map(Number));
  }
  return tree;
};

const tree = parseTree(cweParents);
const pillars: ReadonlySet<number> = new Set(cwePillars);

const descendsFrom = (child: number, ancestor: number): boolean =>
  (tree.get(child) ?? []).some((parent) => parent === ancestor || descendsFrom(parent, ancestor));

/** A CWE id out of what tools write: `CWE-89`, `cwe-089`, `89`, `CWE-119!`. Undefined where the text holds no positive number. */
export const parseCwe = (text: string): CweId | undefined => {
  const digits = /^(?:cwe-?)?0*([1-9]\d{0,4})\b/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : idOf(Number(digits));
};

/** The id under which MITRE keeps the content of a deprecated entry; any other id as it is. */
export const currentCwe = (id: CweId): CweId => idOf(numberOf(id));

/** The parents of a weakness in MITRE's research view (CWE-1000); none for a pillar, a category, or an id that is not in the list. */
export const parentsOf = (id: CweId): readonly CweId[] => (tree.get(numberOf(id)) ?? []).map(idOf);

/** Whether the list of this version holds the id as a weakness; categories, such as CWE-310, it does not. */
export const isKnownCwe = (id: CweId): boolean => tree.has(numberOf(id)) || pillars.has(numberOf(id));

/**
 * Whether a finding labelled with one weakness is about a task's weaknesses: the same, or its ancestor or descendant in MITRE's
 * research view, or equal to or below one that the task lists under `alsoCounts`. Deprecated ids are first replaced by their successors.
 *
 * A pillar (CWE-664, CWE-703, CWE-707 …) relates to itself alone, on either side: a third of the list lies below one of them,
 * and a tool that says no more than "CWE-703" has not said anything of a task about CWE-209.
 * Siblings are not related: a finding of CWE-79 says nothing of CWE-89, though both are CWE-74.
 * An id that is not in the tree (a category, a typing error) relates to itself alone.
 */
export const related = (finding: CweId, taskCwes: readonly CweId[], alsoCounts: readonly CweId[] = []): boolean => {
  const found = numberOf(finding);
  const equalOrBelow = (listed: number): boolean => found === listed || (!pillars.has(listed) && descendsFrom(found, listed));
  return (
    taskCwes.map(numberOf).some((listed) => equalOrBelow(listed) || (!pillars.has(found) && descendsFrom(listed, found))) ||
    alsoCounts.map(numberOf).some(equalOrBelow)
  );
};
