import type {
  Agreement,
  Breakdown,
  IcebergStep,
  MeasuredEvaluation,
  Measurement,
  OracleHealth,
  SystemMeasurement,
} from '../metrics/measurement.ts';
import {
  boundsText,
  denominatorText,
  excludedText,
  inColumn,
  intervalText,
  metricColumns,
  optionalNumber,
  percent,
  valueText,
} from './figures.ts';
import type { ReportFormat } from './report.ts';
import { oneLine } from './text.ts';

/** Foreign text as plain text on one line of Markdown: no markup, no HTML, no table cell of its own. */
const plain = (text: string): string =>
  oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>]/g, (char) => `\\${char}`);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  row(head.map((_, index) => (index === 0 ? '---' : '---:'))),
  ...rows.map(row),
];

const figure = (measurement: Measurement): string => {
  const excluded = excludedText(measurement);
  return `${valueText(measurement)} ${measurement.value === undefined ? '' : `${intervalText(measurement.interval)} `}(${denominatorText(measurement)}${excluded === '' ? '' : `; left out: ${plain(excluded)}`})`;
};

const stepRow = (step: IcebergStep): readonly string[] =>
  step.measured
    ? [
        plain(step.label),
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

const agreementRow = ({ axis, left, right, counts, notComparable, percent: share, kappa, mcc }: Agreement): readonly string[] => [
  `${plain(left)} and ${plain(right)} (${axis})`,
  String(counts.bothPass),
  String(counts.leftPassRightFail),
  String(counts.leftFailRightPass),
  String(counts.bothFail),
  String(notComparable),
  share === undefined ? '-' : percent(share),
  optionalNumber(kappa),
  optionalNumber(mcc),
];

const healthRow = (health: OracleHealth): readonly string[] => {
  const reasons = Object.entries(health.unknownBy).map(([reason, count]) => `${reason} ${count}`);
  const { facts } = health;
  const state = facts === undefined || facts.state === 'ready' ? [] : [`${facts.state}: ${facts.problem ?? 'no reason given'}`];
  return [
    plain(health.axis === undefined ? health.oracle : `${health.oracle} (${health.axis})`),
    health.grade,
    plain(facts?.version ?? '-'),
    String(health.verdicts),
    String(health.pass),
    String(health.fail),
    reasons.length === 0 ? String(health.unknown) : `${health.unknown} (${plain(reasons.join(', '))})`,
    String(health.muted),
    plain([...state, ...health.alarms].join('; ')),
  ];
};

const conditions = ({ manifest, fusion, claimedBy }: MeasuredEvaluation): readonly string[] => {
  const { isolation, host } = manifest;
  const facts: readonly (readonly [string, string])[] = [
    ['run', manifest.runId],
    ['made', manifest.createdAt],
    ['Fathom', manifest.fathomVersion],
    ['command', manifest.command.join(' ')],
    ['seed', String(manifest.seed)],
    ['suites', manifest.suites.map((suite) => `${suite.id} (${suite.source}, ${suite.hash.slice(0, 12)})`).join(', ')],
    ['fusion rule', `${fusion.id}: ${fusion.summary}`],
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
    ...section('Answers by kind', kindTable(measured.systems)),
    ...measured.breakdowns.flatMap((breakdown) =>
      section(`${plain(breakdown.metric)} by ${breakdown.by}`, breakdownTable(breakdown, measured.systems)),
    ),
    ...(measured.agreement.length === 0
      ? []
      : section(
          'Agreement of oracles',
          table(
            ['oracles', 'both pass', 'only left passes', 'only right passes', 'both fail', 'not comparable', 'agree', 'kappa', 'MCC'],
            measured.agreement.map(agreementRow),
          ),
        )),
    ...section(
      'Oracle health',
      table(['oracle', 'grade', 'version', 'verdicts', 'pass', 'fail', 'unknown', 'muted', 'problems'], measured.health.map(healthRow)),
    ),
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
