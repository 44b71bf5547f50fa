import type { MeasuredEvaluation } from '../metrics/measurement.ts';
import { agreementLines } from './terminal/agreement.ts';
import { calibrationLines } from './terminal/calibration.ts';
import { disputeLines } from './terminal/disputes.ts';
import { icebergLines, legend, stepTexts } from './terminal/iceberg.ts';
import { rulesLines } from './terminal/rules.ts';
import { ansiPalette, noPalette, type Palette, type Style, styleOf } from './terminal/style.ts';
import { healthLines, kindLines, metricLines, warningLines } from './terminal/tables.ts';
import { wrap } from './text.ts';

export type { Palette } from './terminal/style.ts';

export type TerminalOptions = {
  /** Columns; at least 60 are used. Default 80. */
  readonly width?: number;
  readonly colour: boolean;
  /** False: printable ASCII only. */
  readonly unicode: boolean;
  /** Codes used where `colour` is true. Default: ANSI. */
  readonly palette?: Palette;
};

const section = (title: string, lines: readonly string[], style: Style): readonly string[] =>
  lines.length === 0 ? [] : ['', style.paint('strong', title), ...lines];

const headLines = (measured: MeasuredEvaluation, style: Style): readonly string[] => {
  const { manifest, fusion } = measured;
  const suites = manifest.suites.map((suite) => style.clean(suite.id)).join(', ');
  const isolation =
    manifest.isolation === undefined ? 'no code was run' : `${style.clean(manifest.isolation.sandbox)} (${manifest.isolation.level})`;
  const text = `Run ${style.clean(manifest.runId)}: ${manifest.systems.length} systems, ${manifest.tasks.length} tasks of ${suites}, ${measured.samples.length} of ${manifest.requested} requested samples. Fusion: ${style.clean(fusion.id)}. Isolation: ${isolation}.`;
  return [text, ...(fusion.notes ?? []).map((note) => `${style.clean(fusion.id)}: ${style.clean(note)}.`)].flatMap((each) =>
    wrap(each, style.width),
  );
};

/**
 * The run for a terminal or a log: icebergs, systems × metrics, kinds of answers, oracle health, warnings.
 * No line is wider than `width` but for names that cannot be broken. Control characters of foreign text are removed.
 */
export const renderTerminal = (measured: MeasuredEvaluation, options: TerminalOptions): string => {
  const palette = options.colour ? (options.palette ?? ansiPalette) : noPalette;
  const style = styleOf({ width: options.width ?? 80, unicode: options.unicode, palette });
  // A system's own note stands above its iceberg already.
  const warnings = measured.warnings.filter(({ code }) => code !== 'system-note');
  const notes = new Map(measured.manifest.systems.map((system) => [system.id, system.note]));
  const icebergs = measured.systems.flatMap((system, index) => [
    ...(index === 0 ? [] : ['']),
    ...icebergLines(system, notes.get(system.system), style),
  ]);
  return `${[
    ...headLines(measured, style),
    ...section('Iceberg', [...icebergs, '', ...legend(measured.systems, style)], style),
    ...section('The steps', stepTexts(measured.systems, style), style),
    ...section('Systems', metricLines(measured.systems, style), style),
    ...section('Corrected for the errors of oracles', calibrationLines(measured, style), style),
    ...section('Answers by kind', kindLines(measured.systems, style), style),
    ...section('What each fusion rule would say', rulesLines(measured, style), style),
    ...section('Agreement of oracles', agreementLines(measured.agreement, measured.overallAgreement, style), style),
    ...section('Disagreements', disputeLines(measured.samples, style), style),
    ...section('Oracle health', healthLines(measured, style), style),
    ...section(`Warnings (${warnings.length})`, warningLines(warnings, style), style),
  ].join('\n')}\n`;
};
