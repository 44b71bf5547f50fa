import { type CweId, parseCwe } from '../../core/index.ts';
import { type Fields, fieldsAt, isFields, listAt, textAt, textsAt } from '../json-fields.ts';

const words = /\bcwe[-_ :/]?0*([1-9]\d{0,4})\b/gi;

/** Weaknesses that a text names: `external/cwe/cwe-078`, `CWE-78: …`, `cwe:78`. A bare number is none. */
export const cwesIn = (text: string): readonly CweId[] => Array.from(text.matchAll(words), ([, id = '']) => parseCwe(id) ?? []).flat();

const keys = ['cwe', 'cwes', 'cwe_id', 'cwe-id', 'cweId', 'cwe_ids', 'cweIds', 'CWE'] as const;

/** Of a property bag: the tags, and the properties that bear the name; there a bare number is an id. */
const ofProperties = (holder: Fields): readonly CweId[] => {
  const properties = fieldsAt(holder, 'properties');
  const named = keys
    .flatMap((key) => textsAt(properties, key))
    .flatMap((text) => (/^\d+$/.test(text) ? (parseCwe(text) ?? []) : cwesIn(text)));
  return [...named, ...textsAt(properties, 'tags').flatMap(cwesIn)];
};

/** The taxa of the run's taxonomies that are MITRE's list, by the taxonomy's position. */
export type Taxonomies = readonly { readonly isCwe: boolean; readonly ids: readonly string[] }[];

const isCweName = (name: string): boolean => /^(?:mitre )?(?:cwe|common weakness enumeration)\b/i.test(name.trim());

export const taxonomiesOf = (run: Fields): Taxonomies =>
  listAt(run, 'taxonomies').map((component) => ({
    isCwe: isCweName(textAt(component, 'name')),
    ids: listAt(component, 'taxa').map((taxon) => textAt(taxon, 'id')),
  }));

/** What a reference into a taxonomy means: by its id, or by its position there. */
const ofReference = (reference: Fields, taxonomies: Taxonomies): readonly CweId[] => {
  const component = fieldsAt(reference, 'toolComponent');
  const index = typeof component.index === 'number' ? component.index : undefined;
  const taxonomy = index === undefined ? undefined : taxonomies[index];
  const position = typeof reference.index === 'number' ? reference.index : -1;
  const id = textAt(reference, 'id') || (taxonomy?.ids[position] ?? '');
  const isCwe = isCweName(textAt(component, 'name')) || taxonomy?.isCwe === true;
  return isCwe ? [parseCwe(id) ?? []].flat() : cwesIn(id);
};

/**
 * Weaknesses of a result, the most particular first: its `taxa`, its own properties, then its rule's relationships, property `cwe` and tags.
 * CodeQL and bandit tag rules `external/cwe/cwe-078`, Semgrep `CWE-78: …`; Snyk has the property; flawfinder and gosec relate rules to a taxonomy; gcc names taxa.
 */
export const cwesOf = (result: Fields, rule: Fields | undefined, taxonomies: Taxonomies): readonly CweId[] => {
  const taxa = listAt(result, 'taxa').flatMap((reference) => ofReference(reference, taxonomies));
  const relationships = rule === undefined ? [] : listAt(rule, 'relationships').map((each) => each.target);
  const related = relationships.filter(isFields).flatMap((target) => ofReference(target, taxonomies));
  return [...new Set([...taxa, ...ofProperties(result), ...related, ...(rule === undefined ? [] : ofProperties(rule))])];
};
