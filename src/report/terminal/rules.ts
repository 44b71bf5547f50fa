import type { MeasuredEvaluation, Measurement, RuleMeasurement } from '../../metrics/measurement.ts';
import { intervalText, valueText } from '../figures.ts';
import { openText, rangeText } from '../rules.ts';
import { padEnd, padStart, shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

/** With more systems each gets its range alone. */
const mostInFull = 6;
const nameWidth = 17;

/** A narrow terminal has no room for the secure axis alone. */
const isNarrow = ({ width }: Style): boolean => width < 4 + nameWidth + 48;

const figures = (secure: Measurement, joint: Measurement, style: Style): string => {
  const alone = isNarrow(style) ? '' : padStart(valueText(secure), 9);
  return `${alone}${padStart(valueText(joint), 11)}${padStart(intervalText(joint.interval), 14)}${padStart(`n ${joint.n}`, 7)}${padStart(`? ${joint.unknown}`, 7)}`;
};

const ruleLines = (rule: RuleMeasurement, system: string, inForce: boolean, style: Style): readonly string[] => {
  const own = rule.systems.find((one) => one.system === system);
  const name = padEnd(shorten(`${inForce ? '*' : ''}${style.clean(rule.id)}`, nameWidth - 1), nameWidth);
  if (own === undefined || rule.why !== undefined) return [];
  return [`    ${name}${figures(own.secure, own.securePass, style)}`];
};

const openLines = (rules: readonly RuleMeasurement[], inForce: string, system: string, style: Style): readonly string[] => {
  const open = rules.find(({ id }) => id === inForce)?.systems.find((one) => one.system === system)?.undecided ?? [];
  if (open.length === 0) return [];
  return wrap(`${style.clean(inForce)} leaves open on the secure axis: ${style.clean(openText(open))}`, style.width - 4).map((line) =>
    style.paint('faint', `    ${line}`),
  );
};

/** What each fusion rule would have said of the same votes, so that a reader sees how much of the headline is the rule. */
export const rulesLines = (
  { rules, fusion, systems }: Pick<MeasuredEvaluation, 'rules' | 'fusion' | 'systems'>,
  style: Style,
): readonly string[] => {
  if (rules.length === 0) return [];
  const full = systems.length <= mostInFull;
  const head = `    ${padEnd('rule', nameWidth)}${isNarrow(style) ? '' : padStart('secure@1', 9)}${padStart('secure-pass@1', 14)}`;
  const blocks = systems.flatMap(({ system }) => [
    ...wrap(`${style.clean(system)}: ${rangeText(rules, system)}`, style.width - 2).map((line, at) => `  ${at === 0 ? '' : '  '}${line}`),
    ...(full
      ? [...rules.flatMap((rule) => ruleLines(rule, system, rule.id === fusion.id, style)), ...openLines(rules, fusion.id, system, style)]
      : []),
  ]);
  const legend = full
    ? wrap('* the rule in force. ?: samples left undecided; they do not pass.', style.width - 2).map((line) => `  ${line}`)
    : [];
  const helpless = rules.flatMap(({ id, why }) =>
    why === undefined
      ? []
      : wrap(`${style.clean(id)} can't decide: ${style.clean(why)}`, style.width - 4).map((line, at) => `  ${at === 0 ? '' : '  '}${line}`),
  );
  return [...(full ? [head] : []), ...blocks, ...helpless, ...legend];
};
