import type { Language, Task, Verdict, Voice } from '../../core/index.ts';
import type { Examination } from '../oracle.ts';
import { type Admission, voiceKey } from '../static/admission.ts';
import { knownSample } from './controls.ts';

type Told = { readonly label: string; readonly name: string; readonly status: Verdict['status'] };

const voiceOf = (told: readonly Told[]): Voice => {
  const secure = told.filter(({ label }) => label === 'secure');
  const insecure = told.filter(({ label }) => label === 'insecure');
  if (secure.length === 0 || insecure.length === 0) return { counts: true, uncalibrated: true };
  const because = (why: string): Voice => ({ counts: false, because: `does not tell this task's witnesses apart: ${why}` });
  const wrong = secure.find(({ status }) => status !== 'pass');
  if (wrong !== undefined)
    return because(wrong.status === 'fail' ? `it convicts '${wrong.name}', which is secure` : `it can't tell of '${wrong.name}'`);
  return insecure.some(({ status }) => status === 'fail') ? { counts: true } : because('it convicts no insecure one');
};

/**
 * Asks the judge about every task's own witnesses, as analyzers are admitted. It costs as much as judging that many samples,
 * so that it is done only where it was asked for; else judges speak uncalibrated.
 */
export const admitJudge = async (
  tasks: readonly Task[],
  languages: readonly Language[],
  judge: (examination: Examination) => Promise<Verdict>,
): Promise<Admission> => {
  const pairs = tasks
    .filter(({ cwes }) => cwes.length > 0)
    .flatMap((task) => task.languages.filter(({ language }) => languages.includes(language)).map(({ language }) => ({ task, language })));
  const voices = await Promise.all(
    pairs.map(async ({ task, language }) => {
      const own = task.witnesses.filter((each) => each.language === language && (each.label === 'secure' || each.label === 'insecure'));
      const told = await Promise.all(
        own.map(async ({ label, name, code, files }): Promise<Told> => {
          const { status } = await judge(knownSample(task, language, code, files));
          return { label, name, status };
        }),
      );
      return [voiceKey(task, language), voiceOf(told)] as const;
    }),
  );
  const calibrated = voices.filter(([, voice]) => !(voice.counts && voice.uncalibrated === true));
  return {
    voices: new Map(voices),
    admitted: { tasks: calibrated.filter(([, voice]) => voice.counts).length, of: calibrated.length },
  };
};
