import type { ReportInput } from '../../../src/report/report.ts';
import { study } from './study.ts';

/** Two systems, twelve samples: small enough to read in an expected report. */
export const smallStudy = (): ReportInput =>
  study({
    systems: [
      { id: 'scripted/careless', secure: 0.35, works: 0.9, pleases: 0.3, note: 'scripted: plays the witnesses, 60 % insecure' },
      { id: 'scripted/pleaser', secure: 0.45, works: 0.4, pleases: 0.9, note: 'scripted: stubs, refusals & evasive <code>' },
    ],
    samplesPerTask: 1,
  });

/** The same with one hostile string wherever text of unknown origin can stand. */
export const hostileStudy = (text: string): ReportInput => {
  const { measured, blobs } = smallStudy();
  const samples = measured.samples.map(({ entry, outcome, ...rest }) => ({
    ...rest,
    outcome: { ...outcome, functional: { ...outcome.functional, because: [text] } },
    entry: {
      ...entry,
      id: `${text}/${entry.id}`,
      taskId: text,
      system: text,
      verdicts: entry.verdicts.map((verdict) =>
        verdict.status === 'fail'
          ? {
              ...verdict,
              oracle: text,
              findings: [
                {
                  ...{ ...verdict.findings[0], oracle: text, ruleId: text, message: text },
                  path: [{ location: { line: 1, file: { path: text, line: 1 } }, note: text }],
                },
              ] as const,
            }
          : verdict.status === 'unknown'
            ? { ...verdict, oracle: text, detail: text }
            : { ...verdict, oracle: text },
      ),
    },
  }));
  const [system, ...rest] = measured.systems;
  const systems = system === undefined ? rest : [{ ...system, system: text, kinds: { [text]: 1 } }];
  const manifest = { ...measured.manifest, systems: [{ id: text, model: text, method: text, note: text }] };
  const rules = measured.rules.map((rule) => ({
    ...rule,
    why: text,
    systems: rule.systems.map((one) => ({ ...one, system: text, undecided: [{ because: text, count: 1 }] })),
  }));
  return { measured: { ...measured, manifest, systems, samples, rules, warnings: [{ code: text, message: text }] }, blobs };
};
