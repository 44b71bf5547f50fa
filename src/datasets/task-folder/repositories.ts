import { join } from 'node:path';
import {
  fileAt,
  type Language,
  languages,
  type PromptStyle,
  promptStyles,
  type Repository,
  type SourceFiles,
  type TaskLanguage,
  UserError,
  type Witness,
  type Wording,
} from '../../core/index.ts';
import { extract } from '../../extraction/index.ts';
import { renderRepositoryPrompt } from '../../prompts/repository.ts';
import { hintFor } from '../../schemas/named.ts';
import { interfaceOf } from './prompts-of.ts';
import type { TaskFile } from './task-file.ts';
import type { TaskFileContent } from './task-files.ts';

type Given = Pick<TaskFile, 'answer' | 'entry' | 'languages'>;

export type Repositories = ReadonlyMap<Language, Repository>;

/**
 * The repositories of a patch task, from `repository/<language>/…`; none for a task that asks for a file.
 * Throws a UserError where a language has none, or one without its entry.
 */
export const repositoriesOf = (folder: string, files: readonly TaskFileContent[], given: Given): Repositories => {
  const own = files.filter(({ path }) => path.startsWith('repository/'));
  const claimed = Object.keys(given.languages);
  if (given.answer === 'file') {
    const [first] = own;
    if (first === undefined) return new Map();
    throw new UserError(
      'repository-unwanted',
      `${join(folder, first.path)}: only a task with \`answer: patch\` has a repository. Add that to task.yaml.`,
    );
  }
  const stray = own.find(({ path }) => !claimed.includes(path.split('/')[1] ?? ''));
  if (stray !== undefined) {
    const found = stray.path.split('/')[1] ?? '';
    throw new UserError(
      'repository-language',
      `${join(folder, stray.path)}: expected a language of the task (${claimed.join(', ')}), found "${found}"${hintFor(found, claimed) || '.'}`,
    );
  }
  const repositories = new Map<Language, Repository>();
  for (const language of languagesIn(given)) {
    const start = `repository/${language}/`;
    const found = own
      .filter(({ path }) => path.startsWith(start))
      .map(({ path, content }) => [path.slice(start.length), content.toString('utf8')]);
    repositories.set(language, {
      files: Object.fromEntries(found),
      entry: entryOf(folder, { given, language, paths: found.map(([path = '']) => path) }),
    });
  }
  return repositories;
};

const languagesIn = (given: Given): readonly Language[] => languages.filter((language) => given.languages[language] !== undefined);

type Place = { readonly given: Given; readonly language: Language; readonly paths: readonly string[] };

const entryOf = (folder: string, { given, language, paths }: Place): string => {
  const place = join(folder, 'repository', language);
  if (paths.length === 0)
    throw new UserError('repository-missing', `${place}: expected the files that the task asks to change, found none.`);
  const entry = given.entry?.[language];
  if (entry !== undefined && paths.includes(entry)) return entry;
  throw new UserError(
    'repository-entry',
    `${join(folder, 'task.yaml')}: expected \`entry: { ${language}: … }\` to name a file of ${place}, found ${JSON.stringify(entry)}${hintFor(entry ?? '', paths) || '.'}`,
  );
};

/** A witness of a patch task, applied as a model's answer would be. Throws a UserError where it does not apply. */
export const patchWitness = (place: string, witness: Witness, repository: Repository): Witness => {
  const { kind, code, files, provenance } = extract({
    text: '',
    given: witness.code,
    language: witness.language,
    style: 'instruction',
    prefix: '',
    finishReason: 'stop',
    repository: repository.files,
  });
  if (kind === 'code' && files !== undefined && fileAt(files, repository.entry) !== undefined) return { ...witness, code, files };
  const reason = kind === 'code' ? `it removes ${repository.entry}` : (provenance.steps.at(-1) ?? kind);
  throw new UserError('witness-patch', `${place}: expected a unified diff that applies to the task's repository: ${reason}.`);
};

/** The languages of a patch task, with the request for the change in each style and wording that there is. */
export const patchLanguagesOf = (given: TaskFile, repositories: Repositories): readonly TaskLanguage[] =>
  [...repositories].map(([language, repository]) => {
    const explicit = textsOf(given, language, { files: repository.files, wording: 'explicit' });
    return {
      language,
      packages: given.languages[language]?.packages ?? [],
      prompts: textsOf(given, language, { files: repository.files, wording: 'plain' }),
      ...(Object.keys(explicit).length === 0 ? {} : { explicitPrompts: explicit }),
      repository,
    };
  });

type Texts = Partial<Record<PromptStyle, string>>;

const textsOf = (given: TaskFile, language: Language, asked: { readonly files: SourceFiles; readonly wording: Wording }): Texts => {
  const { purpose = '', specification = '', ticket, 'explicit-security': explicitSecurity } = given;
  const notes = given.languages[language]?.notes;
  const source = {
    language,
    interface: interfaceOf(given),
    files: asked.files,
    purpose,
    specification,
    ...(ticket === undefined ? {} : { ticket }),
    ...(explicitSecurity === undefined ? {} : { explicitSecurity }),
    ...(notes === undefined ? {} : { notes }),
  };
  const texts: Texts = {};
  for (const style of promptStyles) {
    const text = renderRepositoryPrompt(source, style, asked.wording);
    if (text !== undefined) texts[style] = text;
  }
  return texts;
};

type PatchProblem = { readonly path: readonly string[]; readonly message: string };

/** What a patch task lacks, or says that only a task for a single file can. */
export const patchProblems = (given: TaskFile): readonly PatchProblem[] => {
  const needed = (['purpose', 'specification', 'entry'] as const).filter((key) => given[key] === undefined);
  const own = languagesIn(given).flatMap((language) => {
    const { prompts = {}, head, declarations } = given.languages[language] ?? {};
    return Object.keys(prompts).length === 0 && head === undefined && declarations === undefined ? [] : [language];
  });
  return [
    ...needed.map((key) => ({ path: [key], message: `expected a key \`${key}\`: a task with \`answer: patch\` needs it` })),
    ...own.map((language) => ({
      path: ['languages', language],
      message:
        'expected only `packages` and `notes`: the prompts of a task with `answer: patch` are made of its specification and repository',
    })),
    ...(given.interface.kind === 'command'
      ? [{ path: ['interface', 'kind'], message: 'expected `function` or `http` with `answer: patch`' }]
      : []),
  ];
};
