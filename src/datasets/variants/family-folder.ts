import { join } from 'node:path';
import { UserError } from '../../core/index.ts';
import { parseText } from '../../schemas/yaml-document.ts';
import { countVariants, type Family, familyProblems, listLengths, type SourceText } from '../../variants/index.ts';
import { readTaskFiles, type TaskFileContent, variantsFile } from '../task-folder/task-files.ts';
import { familyOf, familySchema } from './schema.ts';
import { type TaskTexts, taskTexts } from './task-texts.ts';

/** A task that variants are drawn from. */
export type FamilyFolder = {
  readonly id: string;
  readonly folder: string;
  readonly family: Family;
  /** The base variant's files that are rewritten, and those that are copied. */
  readonly sources: readonly SourceText[];
  readonly copied: readonly TaskFileContent[];
  readonly texts: TaskTexts;
  readonly listLengths: readonly number[];
  readonly variants: number;
};

/** Tests, what they import, witnesses, and the code of a patch task. task.yaml is rewritten too, but only in part. */
const isSource = (path: string): boolean => /^[^/]*\.ts$|^(?:witnesses|repository)\//.test(path);

/** `notes` of `repository/python/src/notes.py`, and `src`: what imports may call by name. */
const moduleNames = (files: readonly TaskFileContent[]): readonly string[] => [
  ...new Set(
    files.flatMap(({ path }) =>
      path.startsWith('repository/')
        ? path
            .split('/')
            .slice(2)
            .map((part) => part.replace(/\.[^.]*$/, ''))
        : [],
    ),
  ),
];

/**
 * Reads a task and its variants.yaml; undefined where it has none. `id` is the folder's name.
 * Throws a UserError with file, line and column where the document is wrong, and `variants-broken` where variants could contradict themselves.
 */
export const loadFamily = async (folder: string, id: string): Promise<FamilyFolder | undefined> => {
  const files = await readTaskFiles(folder);
  const document = files.find(({ path }) => path === variantsFile);
  if (document === undefined) return undefined;
  const file = join(folder, variantsFile);
  const family = familyOf(parseText({ file, text: document.content.toString('utf8'), syntax: 'yaml' }, familySchema));
  const loaded = familyIn({ id, folder, family, files: files.filter((each) => each !== document) });
  const problems = familyProblems(family, loaded.sources, loaded.listLengths);
  if (problems.length === 0) return loaded;
  const lines = problems.map(({ parameter, message }) => `  ${JSON.stringify(parameter)}: ${message}`);
  throw new UserError('variants-broken', `${file} would make variants that contradict themselves:\n${lines.join('\n')}`);
};

type Given = Pick<FamilyFolder, 'id' | 'folder' | 'family'> & { readonly files: readonly TaskFileContent[] };

const familyIn = ({ id, folder, family, files }: Given): FamilyFolder => {
  const task = files.find(({ path }) => path === 'task.yaml');
  if (task === undefined)
    throw new UserError('task-missing', `${folder} holds no task.yaml. Add one, or move the folder out of the suite.`);
  const text = task.content.toString('utf8');
  const texts = taskTexts(join(folder, 'task.yaml'), text, family.markerAfter);
  const lengths = listLengths(text, texts.specification);
  const modules = moduleNames(files);
  return {
    id,
    folder,
    family,
    sources: [
      { path: 'task.yaml', text, open: texts.open, markers: texts.markers, modules },
      ...files.filter(({ path }) => isSource(path)).map(({ path, content }) => ({ path, text: content.toString('utf8'), modules })),
    ],
    copied: files.filter((each) => each !== task && !isSource(each.path)),
    texts,
    listLengths: lengths,
    variants: countVariants(family, lengths),
  };
};
