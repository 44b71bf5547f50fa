import type { TaskFacts, Verdict } from '../../core/index.ts';
import type { JudgedEntry } from '../../metrics/measurement.ts';
import { findingText, pathTexts } from '../finding-text.ts';
import { asciiOnly, displayWidth, padStart, shorten, withoutControls, wrap } from '../text.ts';
import type { Style } from './style.ts';

const paints = { pass: 'good', fail: 'bad', unknown: 'caution' } as const;
const indent = 13;

/** What one oracle said: its status and itself, then each finding with the steps of its path. */
const verdictLines = (verdict: Verdict, style: Style): readonly string[] => {
  const { oracle, grade, family, voice, status } = verdict;
  const who = [
    `${oracle}, ${grade}`,
    ...(family === oracle ? [] : [`family ${family}`]),
    ...(verdict.probability === undefined ? [] : [`holds the claim false with ${(verdict.probability * 100).toFixed(0)} %`]),
    ...(voice.counts ? [] : [`muted: ${voice.because}`]),
  ].join('; ');
  const findings = verdict.status === 'fail' ? verdict.findings : [];
  const said = [
    ...(verdict.status === 'unknown' ? [`${verdict.reason}: ${verdict.detail}`] : []),
    ...findings.flatMap((finding) => [findingText(finding), ...pathTexts(finding).map((step) => `  ${step}`)]),
  ];
  const room = style.width - indent;
  const [first = '', ...more] = wrap(style.clean(who), room);
  const head = `    ${style.paint(paints[status], status)}${' '.repeat(indent - 4 - status.length)}`;
  return [
    `${head}${style.paint(voice.counts ? 'strong' : 'faint', first)}`,
    ...[...more, ...said.flatMap((line) => wrap(style.clean(line), room - 2).map((part) => `  ${part}`))].map(
      (line) => ' '.repeat(indent) + line,
    ),
  ];
};

/** Everything that the oracles said of a sample, axis by axis, with what the rule in force made of it. */
export const sayingLines = ({ entry, outcome }: JudgedEntry, style: Style): readonly string[] =>
  (['functional', 'secure'] as const).flatMap((axis) => {
    const verdicts = entry.verdicts.filter((verdict) => verdict.axis === axis);
    const { status, because } = outcome[axis];
    const made = `${axis} axis: ${status}${because.length === 0 ? '' : ` (${because.join(', ')})`}`;
    return [
      ...wrap(style.clean(made), style.width - 2).map((line) => style.paint(paints[status], `  ${line}`)),
      ...verdicts.flatMap((verdict) => verdictLines(verdict, style)),
    ];
  });

/** Code with line numbers; a line that is too long goes on below, without a number. `marks` are lines that a finding names. */
export const codeLines = (code: string, style: Style, marks: ReadonlySet<number> = new Set()): readonly string[] => {
  const lines = withoutControls(code).replace(/\n$/, '').split('\n');
  const gutter = String(lines.length).length;
  const room = style.width - gutter - 5;
  const inWidth = (line: string): readonly string[] => {
    const parts: string[] = [];
    let rest = line.replaceAll('\t', '    ');
    while (displayWidth(rest) > room) {
      const head = shorten(rest, room, '');
      parts.push(head);
      rest = rest.slice(head.length);
    }
    return [...parts, rest];
  };
  const bar = asciiOnly(style.glyphs.rule) === style.glyphs.rule ? '|' : '│';
  return lines.flatMap((line, at) =>
    inWidth(line).map((part, piece) => {
      const number = piece === 0 ? String(at + 1) : '';
      const sign = piece === 0 && marks.has(at + 1) ? style.paint('bad', '>') : ' ';
      return `${sign} ${style.paint('faint', `${padStart(number, gutter)} ${bar}`)} ${style.glyphs.rule === '-' ? asciiOnly(part) : part}`.trimEnd();
    }),
  );
};

/** What the person may know before the code: which sample, and of which task. `system` is left out where it must not sway. */
export const sampleHead = (
  { entry, disagreement }: JudgedEntry,
  task: Pick<TaskFacts, 'title' | 'cwes'> | undefined,
  style: Style,
  { blind }: { readonly blind: boolean },
): readonly string[] => {
  const { taskId, language, style: promptStyle, system, index } = entry;
  const facts = [taskId, language, promptStyle, ...(blind ? [] : [`${system} #${index}`])];
  const score = blind || disagreement === undefined ? '' : `; disagreement ${disagreement.toFixed(2)}`;
  return [
    ...wrap(style.clean(`${facts.join(', ')}${score}`), style.width).map((line) => style.paint('strong', line)),
    ...(task === undefined ? [] : wrap(style.clean(`${task.title} (${task.cwes.join(', ')})`), style.width)),
  ];
};

/** Lines of the code that some finding names, path and all. */
export const linesNamed = ({ entry }: JudgedEntry): ReadonlySet<number> =>
  new Set(
    entry.verdicts.flatMap((verdict) =>
      verdict.status === 'fail'
        ? verdict.findings.flatMap(({ location, path }) => [location?.line ?? 0, ...(path ?? []).map((step) => step.location.line)])
        : [],
    ),
  );
