import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages, messageOf, UserError } from '../../core/index.ts';
import type { GivenSample, SampleFormat } from '../dataset.ts';
import { answerFacts } from './find-task.ts';
import { systemName } from './system-name.ts';
import { readText } from './text-file.ts';

const byExtension: Readonly<Record<string, Language>> = {
  py: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  java: 'java',
  go: 'go',
  c: 'c',
  cpp: 'cpp',
  cc: 'cpp',
  cxx: 'cpp',
};

const answerPath = /^(?<task>[^/]+)\/(?:(?<language>[a-z]+)\/)?(?<index>\d{1,9})\.(?<extension>[a-z]+)$/;

type Answer = { readonly path: string; readonly task: string; readonly language: Language; readonly index: number };

const parsePath = (path: string): Answer | undefined => {
  const groups = answerPath.exec(path)?.groups;
  if (groups === undefined) return undefined;
  const { task = '', index = '', extension = '' } = groups;
  const named = languages.find((language) => language === groups.language);
  // A patch does not tell its language: its folder does.
  const fromExtension = extension === 'diff' || extension === 'patch' ? named : byExtension[extension];
  const stated = groups.language === undefined ? fromExtension : named;
  if (fromExtension === undefined || stated !== fromExtension) return undefined;
  return { path, task, language: stated, index: Number(index) };
};

/**
 * One file for each answer: `<task>/<n>.<ext>` or `<task>/<language>/<n>.<ext>`, `/` in a task's id written as `_` (EvalPlus);
 * `<task>/<language>/<n>.diff` for a patch.
 */
export const folder = (): SampleFormat => ({
  id: 'folder',
  summary: 'a folder with <task>/<n>.<ext> or <task>/<language>/<n>.<ext> (EvalPlus)',
  recognises: (_path, head) => head.split('\n').some((line) => parsePath(line.replace(/^\.\//, '')) !== undefined),
  read: async (path, options) => {
    const files = await listFiles(path);
    const answers = files.flatMap((file) => parsePath(file) ?? []);
    if (answers.length === 0) {
      throw new UserError(
        'no-samples',
        `${path} holds no samples: expected files such as <task>/0.py or <task>/python/0.py, found ${files.length} other files.`,
      );
    }
    const system = options.system ?? systemName(`${path}/`);
    const seen = new Map<string, string>();
    const samples: GivenSample[] = [];
    for (const answer of answers.toSorted(inOrder)) {
      const facts = answerFacts({ taskId: answer.task, language: answer.language, place: join(path, answer.path) }, options);
      const key = JSON.stringify([facts.taskId, facts.language, answer.index]);
      const before = seen.get(key);
      if (before !== undefined)
        throw new UserError('sample-twice', `${path}: ${before} and ${answer.path} are the same sample of task ${facts.taskId}.`);
      seen.set(key, answer.path);
      samples.push(sampleOf({ ...facts, index: answer.index, system, code: await readText(join(path, answer.path)) }));
    }
    const others = files.length - answers.length;
    return { format: 'folder', tasks: [], samples, notes: others === 0 ? [] : [`${others} files that are no samples were not read`] };
  },
});

type File = {
  readonly taskId: string;
  readonly language: Language;
  readonly prefix: string;
  readonly index: number;
  readonly system: string;
  readonly code: string;
};

/** A file is taken as it is. Where it begins as the task's own head does, its first lines are the prompt's. */
const sampleOf = ({ code, prefix, ...facts }: File): GivenSample => {
  const first = prefix.split('\n', 1)[0] ?? '';
  const continues = first.trim() !== '' && code.startsWith(first.trimEnd());
  return {
    ...facts,
    style: continues ? 'completion' : 'instruction',
    prefix: continues ? prefix : '',
    completion: { text: code, code, finishReason: 'other', model: facts.system },
    verdicts: [],
  };
};

const inOrder = (left: Answer, right: Answer): number =>
  left.task < right.task
    ? -1
    : left.task > right.task
      ? 1
      : left.language < right.language
        ? -1
        : left.language > right.language
          ? 1
          : left.index - right.index;

/** Regular files at most three levels deep, as paths with `/`. Links are not followed: they could lead anywhere. */
const listFiles = async (root: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'));
  } catch (cause) {
    throw new UserError('unreadable-folder', `${root} can't be read as a folder of samples: ${messageOf(cause)}`, { cause });
  }
};
