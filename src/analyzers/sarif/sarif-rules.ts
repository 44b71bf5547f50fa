import { type Fields, fieldsAt, listAt, numberAt, textAt } from '../json-fields.ts';
import type { SarifLevel } from './sarif-log.ts';

export type Rule = {
  readonly id: string;
  readonly fields: Fields;
  readonly level: SarifLevel | undefined;
  /** CVSS, from the property `security-severity`, which is a number or a text. */
  readonly score: number | undefined;
  readonly messages: Fields;
};

const levels: Readonly<Record<string, SarifLevel>> = { none: 'none', note: 'note', warning: 'warning', error: 'error' };

const ruleOf = (fields: Fields): Rule => {
  const score = Number(fieldsAt(fields, 'properties')['security-severity'] ?? Number.NaN);
  return {
    id: textAt(fields, 'id'),
    fields,
    level: levels[textAt(fieldsAt(fields, 'defaultConfiguration'), 'level')],
    score: Number.isFinite(score) && score > 0 ? score : undefined,
    messages: fieldsAt(fields, 'messageStrings'),
  };
};

/**
 * Finds the rule of a result: by its position in the driver or in the extension that the result names, else by its id in any of them;
 * of an id in parts (`CA2100/1`), the rule of the longest part.
 */
export const ruleFinder = (run: Fields): ((result: Fields) => Rule | undefined) => {
  const tool = fieldsAt(run, 'tool');
  const rulesOf = (component: Fields): readonly Rule[] => listAt(component, 'rules').map(ruleOf);
  const driver = rulesOf(fieldsAt(tool, 'driver'));
  const extensions = listAt(tool, 'extensions').map(rulesOf);
  const byId = new Map([...extensions.flat(), ...driver].map((rule) => [rule.id, rule]));
  const ofId = (id: string): Rule | undefined => {
    const found = byId.get(id);
    const cut = id.lastIndexOf('/');
    return found ?? (cut > 0 ? ofId(id.slice(0, cut)) : undefined);
  };
  return (result) => {
    const reference = fieldsAt(result, 'rule');
    const extension = numberAt(fieldsAt(reference, 'toolComponent'), 'index');
    const list = extension === undefined ? driver : (extensions[extension] ?? driver);
    const id = textAt(result, 'ruleId') || textAt(reference, 'id');
    const placed = list[numberAt(reference, 'index') ?? numberAt(result, 'ruleIndex') ?? -1];
    return placed !== undefined && (id === '' || id === placed.id || id.startsWith(`${placed.id}/`)) ? placed : ofId(id);
  };
};
