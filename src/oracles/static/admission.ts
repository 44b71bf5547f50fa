import type { Analyzer, FileReport } from '../../analyzers/analyzer.ts';
import type { Language, Task, Voice, Witness } from '../../core/index.ts';
import { repositoryOf } from './patched.ts';
import { type Relates, runs } from './run.ts';

/** How an analyzer's word on one task in one language is to be taken. */
export type Admission = { readonly voices: ReadonlyMap<string, Voice>; readonly admitted: { readonly tasks: number; readonly of: number } };

export const voiceKey = (task: Task, language: Language): string => JSON.stringify([task.suite, task.id, task.hash, language]);

type Pair = { readonly task: Task; readonly language: Language; readonly witnesses: readonly Witness[] };

const flags = (report: FileReport | undefined, task: Task, relates: Relates): boolean =>
  report?.status === 'analyzed' && report.findings.some(({ cwe }) => cwe.some((id) => relates(id, task.cwes, task.alsoCounts)));

const calibrates = ({ label }: Witness): boolean => label === 'secure' || label === 'insecure';

const voiceOf = ({ task, witnesses }: Pair, reports: readonly (FileReport | undefined)[], relates: Relates): Voice => {
  const told = witnesses.map(({ label, name }, index) => ({ label, name, report: reports[index] }));
  const secure = told.filter(({ label }) => label === 'secure');
  const insecure = told.filter(({ label }) => label === 'insecure');
  if (secure.length === 0 || insecure.length === 0) return { counts: true, uncalibrated: true };
  const because = (why: string): Voice => ({ counts: false, because: `does not tell this task's witnesses apart: ${why}` });
  const unread = secure.find(({ report }) => report?.status !== 'analyzed' || report.incomplete !== undefined);
  if (unread !== undefined) return because(`it did not get through '${unread.name}'`);
  const alarm = secure.find(({ report }) => flags(report, task, relates));
  if (alarm !== undefined) return because(`it flags '${alarm.name}', which is secure`);
  if (!insecure.some(({ report }) => flags(report, task, relates))) return because('it flags no insecure one');
  return { counts: true };
};

/**
 * Runs the analyzer over every task's own witnesses. It is admitted to a task in a language if and only if it flags, with a CWE related to
 * the task's, at least one `insecure` witness, and gets through every `secure` one without flagging it.
 *
 * `evasive` and `suspicious` witnesses are exempt: their labels say that analyzers err on them. `stub` and `overblocking` ones
 * are exempt too: a finding in code that does not work is no false alarm that a working answer would meet.
 * Without both a secure and an insecure witness nothing can be told: the voice counts, marked uncalibrated, and the pair is not in `of`.
 * Tasks without a CWE have no secure axis and are left out. Throws where the tool as a whole fails.
 */
export const admit = async (analyzer: Analyzer, tasks: readonly Task[], relates: Relates): Promise<Admission> => {
  const pairs: readonly Pair[] = tasks
    .filter(({ cwes }) => cwes.length > 0)
    .flatMap((task) =>
      task.languages
        .filter(({ language }) => analyzer.languages.includes(language))
        .map(({ language }) => ({
          task,
          language,
          witnesses: task.witnesses.filter((witness) => witness.language === language && calibrates(witness)),
        })),
    );
  const reports = await runs(
    analyzer,
    pairs.flatMap(({ task, language, witnesses }) =>
      witnesses.map((witness) => ({ ...witness, repository: repositoryOf(task, language) })),
    ),
  );
  let next = 0;
  const voices = pairs.map((pair) => {
    const own = reports.slice(next, next + pair.witnesses.length);
    next += pair.witnesses.length;
    return [voiceKey(pair.task, pair.language), voiceOf(pair, own, relates)] as const;
  });
  const calibrated = voices.filter(([, voice]) => !(voice.counts && voice.uncalibrated === true));
  return {
    voices: new Map(voices),
    admitted: { tasks: calibrated.filter(([, voice]) => voice.counts).length, of: calibrated.length },
  };
};
