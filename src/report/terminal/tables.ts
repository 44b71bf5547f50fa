import type { MeasuredEvaluation, Measurement, OracleHealth, SystemMeasurement, Warning } from '../../metrics/measurement.ts';
import { inColumn, intervalText, type MetricColumn, metricColumns, valueText } from '../figures.ts';
import { padEnd, padStart, shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

const cellWidth = 15;
const leastNameWidth = 18;

const cellLines = (measurement: Measurement | undefined): readonly [string, string, string] =>
  measurement === undefined
    ? ['-', '', '']
    : [
        valueText(measurement),
        measurement.value === undefined ? '' : intervalText(measurement.interval),
        `n ${measurement.n}${measurement.unknown > 0 ? `, ? ${measurement.unknown}` : ''}`,
      ];

/** Three lines for each system: value; interval; denominator and unknowns. */
const systemRow = (system: SystemMeasurement, columns: readonly MetricColumn[], nameWidth: number, style: Style): readonly string[] => {
  const cells = columns.map((column) => cellLines(inColumn(system.measurements, column)));
  const line = (index: 0 | 1 | 2): string => cells.map((cell) => padStart(cell[index], cellWidth)).join('');
  const name = wrap(style.clean(system.system), nameWidth - 1).slice(0, 3);
  const at = (index: number): string => padEnd(name[index] ?? '', nameWidth);
  return [
    `  ${at(0)}${style.paint('strong', line(0))}`,
    `  ${at(1)}${style.paint('faint', line(1))}`,
    `  ${at(2)}${style.paint('faint', line(2))}`,
  ].map((text) => text.trimEnd());
};

/** Long labels (a metric with its convention) take several lines. */
const headRow = (columns: readonly MetricColumn[], nameWidth: number, style: Style): readonly string[] => {
  const labels = columns.map((column) => wrap(style.clean(column.label), cellWidth - 1));
  const height = Math.max(...labels.map((label) => label.length));
  return Array.from({ length: height }, (_, index) => {
    const cells = labels.map((label) => padStart(label[index] ?? '', cellWidth)).join('');
    return `  ${padEnd(index === 0 ? 'system' : '', nameWidth)}${cells}`;
  });
};

/** Systems × metrics; metrics that do not fit beside each other go into a further block. */
export const metricLines = (systems: readonly SystemMeasurement[], style: Style): readonly string[] => {
  const columns = metricColumns(systems);
  const perBlock = Math.max(1, Math.floor((style.width - 2 - leastNameWidth) / cellWidth));
  const lines: string[] = [];
  for (let start = 0; start < columns.length; start += perBlock) {
    const block = columns.slice(start, start + perBlock);
    const nameWidth = style.width - 2 - perBlock * cellWidth;
    if (start > 0) {
      lines.push('');
    }
    lines.push(...headRow(block, nameWidth, style), `  ${style.glyphs.rule.repeat(nameWidth + block.length * cellWidth)}`);
    lines.push(...systems.flatMap((system) => systemRow(system, block, nameWidth, style)));
  }
  return lines;
};

const hanging = (head: string, body: string, indent: number, style: Style): readonly string[] =>
  wrap(body, style.width - indent).map((line, index) => padEnd(index === 0 ? head : '', indent) + line);

export const kindLines = (systems: readonly SystemMeasurement[], style: Style): readonly string[] =>
  systems.flatMap((system) => {
    const counts = Object.entries(system.kinds).filter(([kind, count]) => count > 0 || kind === 'code');
    const cost = system.costUsd === undefined ? '' : `; cost ${system.costUsd.toFixed(2)} USD`;
    return hanging(
      `  ${shorten(style.clean(system.system), 22)}`,
      counts.map(([kind, count]) => `${style.clean(kind)} ${count}`).join(', ') + cost,
      26,
      style,
    );
  });

const unknownText = (health: OracleHealth, style: Style): string => {
  const reasons = Object.entries(health.unknownBy).filter(([, count]) => count > 0);
  return reasons.length === 0
    ? `${health.unknown} unknown`
    : `${health.unknown} unknown (${reasons.map(([reason, count]) => `${style.clean(reason)} ${count}`).join(', ')})`;
};

const healthRow = (health: OracleHealth, style: Style): readonly string[] => {
  const { facts } = health;
  const counts = `${health.verdicts} verdicts: ${health.pass} pass, ${health.fail} fail, ${unknownText(health, style)}, ${health.muted} muted`;
  const version = facts === undefined ? '' : `${style.clean(facts.version)}, `;
  const admitted =
    facts?.admitted === undefined ? '' : `; admitted to ${facts.admitted.tasks} of ${facts.admitted.of} tasks (each language counts)`;
  const head = `  ${shorten(style.clean(health.oracle), 22)}`;
  const lines = [
    ...hanging(
      head,
      `${version}${health.grade}${health.axis === undefined ? '' : `, ${health.axis} axis`}; ${counts}${admitted}`,
      26,
      style,
    ),
  ];
  if (facts !== undefined && facts.state !== 'ready') {
    lines.push(
      ...hanging('', `${facts.state}: ${style.clean(facts.problem ?? 'no reason given')}`, 26, style).map((line) =>
        style.paint('bad', line),
      ),
    );
  }
  if (health.alarms.length > 0) {
    lines.push(...hanging('', `ALARM ${health.alarms.map(style.clean).join(', ')}`, 26, style).map((line) => style.paint('bad', line)));
  }
  return lines;
};

export const healthLines = (measured: MeasuredEvaluation, style: Style): readonly string[] =>
  measured.health.flatMap((health) => healthRow(health, style));

export const warningLines = (warnings: readonly Warning[], style: Style): readonly string[] =>
  warnings.flatMap((warning) =>
    hanging('  !', `${style.clean(warning.code)}: ${style.clean(warning.message)}`, 4, style).map((line) => style.paint('caution', line)),
  );
