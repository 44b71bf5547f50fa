import type { Verdict } from '../../core/index.ts';
import { disputed } from '../../metrics/label-choice.ts';
import type { Agreement, MeasuredEvaluation, OracleHealth, OverallAgreement } from '../../metrics/measurement.ts';
import { alphaScope, alphaText, optionalNumber, percent, signedNumber } from '../figures.ts';
import { findingText, pathLine } from '../finding-text.ts';
import { openText, rangeText } from '../rules.ts';
import { figure, plain, table } from './table.ts';

const agreementHead = [
  'oracles',
  'both pass',
  'only left passes',
  'only right passes',
  'both fail',
  'not comparable',
  'agree',
  'kappa',
  'largest kappa',
  'prevalence',
  'bias',
  'MCC',
  'AC1',
];

const agreementRow = (pair: Agreement): readonly string[] => [
  `${plain(pair.left)} and ${plain(pair.right)} (${pair.axis})`,
  String(pair.counts.bothPass),
  String(pair.counts.leftPassRightFail),
  String(pair.counts.leftFailRightPass),
  String(pair.counts.bothFail),
  String(pair.notComparable),
  pair.percent === undefined ? '-' : percent(pair.percent),
  optionalNumber(pair.kappa),
  optionalNumber(pair.largestKappa),
  signedNumber(pair.prevalence),
  signedNumber(pair.bias),
  optionalNumber(pair.mcc),
  optionalNumber(pair.ac1),
];

const alphaRow = (one: OverallAgreement): readonly string[] => [
  `${one.axis}: ${alphaScope(one)}`,
  plain(alphaText(one)),
  String(one.samples),
  String(one.tasks),
  String(one.pass),
  String(one.fail),
  String(one.unknown),
];

export const agreementTables = ({ agreement, overallAgreement }: MeasuredEvaluation): readonly string[] =>
  agreement.length === 0
    ? []
    : [
        ...table(agreementHead, agreement.map(agreementRow)),
        '',
        ...table(
          ["Krippendorff's alpha", 'alpha', 'samples', 'tasks', 'passes', 'fails', 'unknown verdicts'],
          overallAgreement.map(alphaRow),
        ),
      ];

const ruleRows = ({ rules, fusion }: MeasuredEvaluation): readonly (readonly string[])[] =>
  rules.flatMap(({ id, why, systems }) =>
    systems.map(({ system, secure, securePass, undecided }) => [
      `${plain(id)}${id === fusion.id ? ' (in force)' : ''}`,
      plain(system),
      ...(why === undefined ? [figure(secure), figure(securePass)] : [`can't decide: ${plain(why)}`, '']),
      plain(openText(undecided)),
    ]),
  );

export const rulesSection = (measured: MeasuredEvaluation): readonly string[] =>
  measured.rules.length === 0
    ? []
    : [
        ...measured.systems.map(({ system }) => `- ${plain(system)}: ${plain(rangeText(measured.rules, system))}`),
        '',
        ...table(['rule', 'system', 'secure@1', 'secure-pass@1', 'left open because'], ruleRows(measured)),
      ];

const mostDisputes = 10;
const mostFindings = 3;

/** What one oracle said of a disputed sample, with the path of each finding. */
const saidOf = (verdict: Verdict): readonly string[] => {
  const head = `  - **${verdict.status}** ${plain(verdict.oracle)} (${verdict.grade}${verdict.voice.counts ? '' : `; muted: ${plain(verdict.voice.because)}`})`;
  if (verdict.status === 'unknown') return [`${head}: ${verdict.reason}`];
  if (verdict.status === 'pass') return [head];
  const findings = verdict.findings.slice(0, mostFindings).map((finding) => {
    const path = pathLine(finding);
    return plain(`${findingText(finding)}${path === '' ? '' : `; path: ${path}`}`);
  });
  const rest = verdict.findings.length - findings.length;
  return [`${head}: ${findings.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`];
};

export const disputesSection = ({ samples }: MeasuredEvaluation): readonly string[] => {
  const all = disputed(samples);
  return all.length === 0
    ? []
    : [
        `Votes on the secure axis differ on ${all.length} of ${samples.length} samples; these differ most.`,
        '',
        ...all
          .slice(0, mostDisputes)
          .flatMap(({ entry, disagreement = 0 }) => [
            `- ${plain(entry.id)}: disagreement ${disagreement.toFixed(2)}`,
            ...entry.verdicts.filter(({ axis }) => axis === 'secure').flatMap(saidOf),
          ]),
      ];
};

const healthRow = (health: OracleHealth): readonly string[] => {
  const reasons = Object.entries(health.unknownBy).map(([reason, count]) => `${reason} ${count}`);
  const { facts } = health;
  const state = facts === undefined || facts.state === 'ready' ? [] : [`${facts.state}: ${facts.problem ?? 'no reason given'}`];
  return [
    plain(health.axis === undefined ? health.oracle : `${health.oracle} (${health.axis})`),
    health.grade,
    plain(facts?.version ?? '-'),
    facts?.admitted === undefined ? '-' : `${facts.admitted.tasks} of ${facts.admitted.of}`,
    String(health.verdicts),
    String(health.pass),
    String(health.fail),
    reasons.length === 0 ? String(health.unknown) : `${health.unknown} (${plain(reasons.join(', '))})`,
    String(health.muted),
    plain([...state, ...health.alarms].join('; ')),
  ];
};

export const healthTable = ({ health }: MeasuredEvaluation): readonly string[] =>
  table(['oracle', 'grade', 'version', 'admitted to', 'verdicts', 'pass', 'fail', 'unknown', 'muted', 'problems'], health.map(healthRow));
