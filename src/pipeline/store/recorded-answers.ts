import { type Completion, type PlannedSample, styleAndWording, UserError } from '../../core/index.ts';
import { blobsOf, readEvaluation } from './run-store.ts';

export type RecordedAnswer = {
  readonly about: Pick<PlannedSample, 'taskId' | 'language' | 'perturbation' | 'index'> & {
    /** With the wording, where it is not the plain one. */
    readonly style: string;
  };
  readonly completion: Completion;
};

/**
 * The answers of one system of a stored run. `system` may be left out where the run has only one.
 * Throws a UserError where the run has no such system.
 */
export const readRecordedAnswers = async (
  folder: string,
  system: string | undefined,
): Promise<{ readonly source: string; readonly answers: readonly RecordedAnswer[] }> => {
  const { manifest, entries } = await readEvaluation(folder);
  const names = [...new Set(entries.map((entry) => entry.system))];
  const chosen = system ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined || !names.includes(chosen))
    throw new UserError('replay-system', `${folder} holds the systems ${names.join(', ')}. Name one: replay/${folder}#SYSTEM.`);
  const blobs = blobsOf(folder);
  const answers: RecordedAnswer[] = [];
  for (const entry of entries) {
    if (entry.system !== chosen) continue;
    const text = await blobs.load(entry.raw);
    if (text === undefined)
      throw new UserError('run-damaged', `${folder}: the raw answer of ${entry.id} is gone; this run can't be replayed.`);
    const { taskId, language, perturbation, index, finishReason } = entry;
    answers.push({
      about: { taskId, language, style: styleAndWording(entry), perturbation, index },
      completion: { text, finishReason, model: chosen, ...(entry.usage === undefined ? {} : { usage: entry.usage }) },
    });
  }
  return { source: `run ${manifest.runId}, system ${chosen}`, answers };
};
