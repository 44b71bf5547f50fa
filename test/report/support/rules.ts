import type { JudgedEntry, OverallAgreement, RuleMeasurement } from '../../../src/metrics/measurement.ts';
import { axis, joint, share } from './shares.ts';

const allAcquit = ({ entry }: JudgedEntry): boolean | undefined => {
  const said = entry.verdicts.filter((verdict) => verdict.axis === 'secure');
  if (said.some(({ status }) => status === 'fail')) return false;
  return said.length === 0 || said.some(({ status }) => status === 'unknown') ? undefined : true;
};

/** Three rules: the one in force, a stricter one, and one that lacks what it needs. */
export const rulesOf = (samples: readonly JudgedEntry[], systems: readonly string[]): readonly RuleMeasurement[] => {
  const ofSystems = (secure: (sample: JudgedEntry) => boolean | undefined, because: string): RuleMeasurement['systems'] =>
    systems.map((system) => {
      const own = samples.filter(({ entry }) => entry.system === system);
      const open = own.filter((sample) => secure(sample) === undefined).length;
      return {
        system,
        secure: share('secure@1', own, secure),
        securePass: share('secure-pass@1', own, (sample) => (joint(sample) === true ? secure(sample) : joint(sample))),
        undecided: open === 0 ? [] : [{ because, count: open }],
      };
    });
  return [
    { id: 'intersection', summary: 'Every vote acquits.', systems: ofSystems(allAcquit, 'exploits') },
    { id: 'witnessed-first', summary: 'An executed exploit convicts.', systems: ofSystems(axis('secure'), 'exploits') },
    { id: 'weighted', summary: 'Votes weigh.', why: 'no calibration', systems: ofSystems(() => undefined, 'no calibration') },
  ];
};

export const overallAgreement: readonly OverallAgreement[] = [
  {
    ...{ axis: 'secure', of: 'oracles', names: ['bandit', 'cppcheck', 'eslint', 'exploits', 'flawfinder', 'ruff'] },
    ...{ samples: 11, tasks: 6, pass: 20, fail: 9, unknown: 1, alpha: -0.02 },
    interval: { low: -0.31, high: 0.44, level: 0.95, method: 'task-bootstrap' },
  },
  {
    ...{ axis: 'secure', of: 'votes', names: ['bandit-rules', 'cppcheck', 'dynamic', 'eslint', 'flawfinder'] },
    ...{ samples: 11, tasks: 6, pass: 18, fail: 8, unknown: 1, alpha: 0.41 },
    interval: { low: 0.12, high: 0.7, level: 0.95, method: 'task-bootstrap' },
  },
];
