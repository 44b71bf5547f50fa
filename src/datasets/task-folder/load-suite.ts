import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  defaultLimits,
  type Language,
  languageOfExtension,
  messageOf,
  type Task,
  UserError,
  type Witness,
  witnessLabels,
} from '../../core/index.ts';
import { hintFor } from '../../schemas/named.ts';
import { parseText } from '../../schemas/yaml-document.ts';
import type { Suite } from '../dataset.ts';
import { withManifest } from '../variants/manifest.ts';
import { interfaceOf, languagesOf } from './prompts-of.ts';
import { patchLanguagesOf, patchWitness, type Repositories, repositoriesOf } from './repositories.ts';
import { taskSchema } from './schema.ts';
import { hashOfFiles, readTaskFiles, type TaskFileContent, variantsFile } from './task-files.ts';

/**
 * Reads a suite: a folder whose sub-folders are tasks (docs/adding/task.md). The suite is named after its folder;
 * its tasks are sorted by id. Names that begin with a dot or an underscore are passed over.
 * Throws a UserError that names the file, and line and column where a document is wrong.
 */
export const loadSuite = async (folder: string): Promise<Suite> => {
  const root = resolve(folder);
  const id = basename(root);
  const tasks: Task[] = [];
  for (const name of await subfolders(root)) tasks.push(await loadTask(join(root, name), id));
  if (tasks.length === 0) throw new UserError('suite-empty', `${root} holds no task. Expected folders with a task.yaml in each.`);
  const hash = createHash('sha256');
  for (const task of tasks) hash.update(`${task.id}\0${task.hash}\n`);
  return withManifest({ id, hash: hash.digest('hex'), source: root, tasks });
};

const subfolders = async (root: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() && !/^[._]/.test(entry.name) ? [entry.name] : [])).toSorted();
  } catch (cause) {
    throw new UserError('suite-missing', `The suite folder ${root} can't be read: ${messageOf(cause)}`, { cause });
  }
};

/** Reads one task. Throws like `loadSuite`. */
export const loadTask = async (folder: string, suite: string): Promise<Task> => {
  const files = await readTaskFiles(folder);
  const document = files.find((file) => file.path === 'task.yaml');
  if (document === undefined)
    throw new UserError('task-missing', `${folder} holds no task.yaml. Add one, or move the folder out of the suite.`);
  const path = join(folder, 'task.yaml');
  const given = parseText({ file: path, text: document.content.toString('utf8'), syntax: 'yaml' }, taskSchema);
  if (given.id !== basename(folder)) {
    throw new UserError('task-id', `${path}: expected the id "${basename(folder)}", the name of the folder, found "${given.id}".`);
  }
  const repositories = repositoriesOf(folder, files, given);
  const taskLanguages = given.answer === 'patch' ? patchLanguagesOf(given, repositories) : languagesOf(given);
  return {
    id: given.id,
    suite,
    title: given.title,
    cwes: given.cwes,
    alsoCounts: given['also-counts'],
    languages: taskLanguages,
    interface: interfaceOf(given),
    limits: { ...defaultLimits, ...given.limits },
    threat: given.threat.trim(),
    canary: given.canary,
    licence: given.licence,
    created: given.created,
    witnesses: witnessesOf({ folder, claimed: taskLanguages.map((each) => each.language), repositories }, files),
    hash: hashOfFiles(files.filter((file) => file.path !== variantsFile)),
    ...(given.free === undefined ? {} : { free: given.free }),
    ...(files.some((file) => file.path === 'tests.ts') ? { testsPath: resolve(folder, 'tests.ts') } : {}),
  };
};

type WitnessPlace = { readonly folder: string; readonly claimed: readonly Language[]; readonly repositories: Repositories };

const witnessesOf = (place: WitnessPlace, files: readonly TaskFileContent[]): readonly Witness[] =>
  files.flatMap((file) => (file.path.startsWith('witnesses/') ? [witnessOf(place, file)] : []));

const witnessOf = ({ folder, claimed, repositories }: WitnessPlace, file: TaskFileContent): Witness => {
  const place = join(folder, file.path);
  const [, language = '', fileName = '', ...deeper] = file.path.split('/');
  const parts = /^(([a-z]+)(?:-\d+)?)\.([a-z]+)$/.exec(fileName);
  const known = claimed.find((each) => each === language);
  if (known === undefined) {
    throw new UserError(
      'witness-language',
      `${place}: expected a language of the task (${claimed.join(', ')}), found "${language}"${hint(language, claimed)}`,
    );
  }
  const repository = repositories.get(known);
  const ending = parts?.[3] ?? '';
  if (parts === null || deeper.length > 0 || (repository === undefined ? languageOfExtension(ending) !== known : ending !== 'diff')) {
    const wanted = repository === undefined ? `<ending of ${known}>` : 'diff';
    throw new UserError('witness-name', `${place}: expected witnesses/${known}/<label>[-number].${wanted}.`);
  }
  const label = witnessLabels.find((each) => each === parts[2]);
  if (label === undefined) {
    const found = parts[2] ?? '';
    throw new UserError(
      'witness-label',
      `${place}: expected one of the labels ${witnessLabels.join(', ')}, found "${found}"${hint(found, witnessLabels)}`,
    );
  }
  const witness: Witness = { language: known, label, name: parts[1] ?? label, code: file.content.toString('utf8') };
  return repository === undefined ? witness : patchWitness(place, witness, repository);
};

const hint = (word: string, candidates: readonly string[]): string => hintFor(word, candidates) || '.';
