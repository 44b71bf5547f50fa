import type { Breakdown, IcebergStep, MeasuredEvaluation, SystemMeasurement } from '../metrics/measurement.ts';
import { boundsText, denominatorText, inColumn, intervalText, metricColumns, pairedText, valueText } from './figures.ts';
import { calibrationSection } from './markdown/calibration.ts';
import { agreementTables, disputesSection, healthTable, rulesSection } from './markdown/oracles.ts';
import { figure, plain, table } from './markdown/table.ts';
import type { ReportFormat } from './report.ts';

const stepRow = (step: IcebergStep): readonly string[] =>
  step.measured
    ? [
        `${plain(step.label)}${step.paired === undefined ? '' : `; ${plain(pairedText(step.paired))}`}`,
        valueText(step.measurement),
        intervalText(step.measurement.interval),
        denominatorText(step.measurement),
        step.measurement.unknown === 0 ? '' : boundsText(step.measurement),
        plain(step.removes),
      ]
    : [plain(step.label), 'not measured', '', plain(step.why), '', plain(step.removes)];

const systemSection = (system: SystemMeasurement, note: string | undefined): readonly string[] => [
  `### ${plain(system.system)}`,
  '',
  ...(note === undefined ? [] : [`> ${plain(note)}`, '']),
  ...table(['step', 'value', 'interval', 'denominator', 'bounds over unknowns', 'removes'], system.iceberg.map(stepRow)),
  '',
];

const metricTable = (systems: readonly SystemMeasurement[]): readonly string[] => {
  const columns = metricColumns(systems);
  return table(
    ['system', ...columns.map((column) => plain(column.label))],
    systems.map((system) => [
      plain(system.system),
      ...columns.map((column) => {
        const measurement = inColumn(system.measurements, column);
        return measurement === undefined ? '-' : figure(measurement);
      }),
    ]),
  );
};

const kindTable = (systems: readonly SystemMeasurement[]): readonly string[] => {
  const kinds = [...new Set(systems.flatMap((system) => Object.keys(system.kinds)))];
  return table(
    ['system', ...kinds.map(plain)],
    systems.map((system) => [plain(system.system), ...kinds.map((kind) => String(system.kinds[kind] ?? 0))]),
  );
};

const breakdownTable = (breakdown: Breakdown, systems: readonly SystemMeasurement[]): readonly string[] => {
  const groups = [...new Set(breakdown.cells.map((cell) => cell.group))];
  return table(
    [breakdown.by, ...systems.map((system) => plain(system.system))],
    groups.map((group) => [
      plain(group),
      ...systems.map((system) => {
        const cell = breakdown.cells.find((candidate) => candidate.group === group && candidate.system === system.system);
        return cell === undefined ? '-' : figure(cell.measurement);
      }),
    ]),
  );
};

const conditions = ({ manifest, fusion, claimedBy }: MeasuredEvaluation): readonly string[] => {
  const { isolation, host } = manifest;
  const facts: readonly (readonly [string, string])[] = [
    ['run', manifest.runId],
    ['made', manifest.createdAt],
    ['Fathom', manifest.fathomVersion],
    ['command', manifest.command.join(' ')],
    ['seed', String(manifest.seed)],
    [
      'suites',
      manifest.suites
        .map((suite) => `${suite.id} (${suite.source}, ${suite.hash.slice(0, 12)}${suite.split === undefined ? '' : `, ${suite.split}`})`)
        .join(', '),
    ],
    ['fusion rule', [`${fusion.id}: ${fusion.summary}`, ...(fusion.notes ?? [])].join(' ')],
    [
      'claimed by',
      Object.entries(claimedBy)
        .map(([language, oracle]) => `${language}: ${oracle}`)
        .join(', '),
    ],
    [
      'isolation',
      isolation === undefined ? 'no code was run' : `${isolation.sandbox}, ${isolation.level}: ${isolation.features.join(', ')}`,
    ],
    ['host', `${host.platform} ${host.arch}, node ${host.node}, ${host.cpus} processors`],
    ['samples requested', String(manifest.requested)],
  ];
  return table(
    ['condition', 'value'],
    facts.map(([name, value]) => [name, plain(value)]),
  );
};

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];

const render = (measured: MeasuredEvaluation): string => {
  const notes = new Map(measured.manifest.systems.map((system) => [system.id, system.note]));
  const lines = [
    `# Fathom: ${plain(measured.manifest.runId)}`,
    '',
    ...section(
      'Warnings',
      measured.warnings.map((warning) => `- **${plain(warning.code)}**: ${plain(warning.message)}`),
    ),
    ...section('Iceberg', measured.systems.flatMap((system) => systemSection(system, notes.get(system.system))).slice(0, -1)),
    ...section('Systems', metricTable(measured.systems)),
    ...section('Corrected for the errors of oracles', calibrationSection(measured)),
    ...section('Answers by kind', kindTable(measured.systems)),
    ...measured.breakdowns.flatMap((breakdown) =>
      section(`${plain(breakdown.metric)} by ${breakdown.by}`, breakdownTable(breakdown, measured.systems)),
    ),
    ...section('What each fusion rule would say', rulesSection(measured)),
    ...section('Agreement of oracles', agreementTables(measured)),
    ...section('Disagreements', disputesSection(measured)),
    ...section('Oracle health', healthTable(measured)),
    ...section('Conditions', conditions(measured)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

/** Tables for a README, a pull request or a paper's appendix. */
export const markdown = (): ReportFormat => ({
  id: 'markdown',
  summary: 'Icebergs, metrics, breakdowns, agreement, health and conditions as tables',
  fileName: 'report.md',
  render: ({ measured }) => render(measured),
});
