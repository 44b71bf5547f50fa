import { type Completion, type PlannedSample, type Prompt, type Sample, sampleId, type Task } from '../core/index.ts';
import { extract } from '../extraction/index.ts';

/** Names that an answer to the task is to define in a language: they decide between several blocks of code. */
export const wantedNames = ({ interface: asked }: Task, { language }: PlannedSample): readonly string[] => {
  if (asked.kind === 'function') return asked.functions.map(({ name, names }) => names?.[language] ?? name);
  return asked.kind === 'http' ? [asked.application] : [];
};

/** Reduces a completion to the sample that oracles examine. Pure. */
export const sampleOf = (planned: PlannedSample, task: Task, prefix: Prompt['prefix'], completion: Completion): Sample => {
  const wanted = wantedNames(task, planned);
  const repository = task.languages.find(({ language }) => language === planned.language)?.repository;
  const { kind, code, files, provenance, promptLines } = extract({
    text: completion.text,
    language: planned.language,
    style: planned.style,
    prefix,
    finishReason: completion.finishReason,
    ...(wanted.length === 0 ? {} : { wanted }),
    ...(completion.code === undefined ? {} : { given: completion.code }),
    ...(repository === undefined ? {} : { repository: repository.files }),
  });
  return { ...planned, id: sampleId(planned), kind, code, ...(files === undefined ? {} : { files }), promptLines, provenance };
};
