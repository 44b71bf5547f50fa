import { join } from 'node:path';
import { type Label, UserError } from '../../core/index.ts';
import { labelSchema } from '../../schemas/label.ts';
import { openJsonLines, readJsonLines } from './json-lines.ts';
import { acquireLock } from './lock.ts';

export const labelsFile = 'labels.jsonl';

/** A label out of parsed JSON. Throws a UserError that names the place where it is none. */
export const labelOf = (record: unknown, place: string): Label => {
  const parsed = labelSchema.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError('invalid-label', `${place}: ${issue?.path.join('.') ?? 'label'}: ${issue?.message ?? 'is no label'}`);
  }
  const { entry, axis, status, by, at, blind, drawn, note } = parsed.data;
  return { entry, axis, status, by, at, blind, ...(drawn === undefined ? {} : { drawn }), ...(note === undefined ? {} : { note }) };
};

const read = async (path: string): Promise<{ readonly labels: Label[]; readonly completeBytes: number }> => {
  const labels: Label[] = [];
  const { completeBytes } = await readJsonLines(path, (record, line) => labels.push(labelOf(record, `${path}:${line}`)));
  return { labels, completeBytes };
};

/** The labels of a run folder, in the order in which they were given; none where there is no such file. */
export const readLabels = async (folder: string): Promise<readonly Label[]> => (await read(join(folder, labelsFile))).labels;

/** A file of labels, opened for adding to it. */
export type LabelStore = {
  readonly path: string;
  /** What was there when it was opened. */
  readonly found: readonly Label[];
  /** On disk when the promise is kept. Nothing that was written is ever changed. */
  add(labels: readonly Label[]): Promise<void>;
  close(): Promise<void>;
};

/** Opens a run's labels for writing by this process alone. Throws a UserError where another process is writing the run. */
export const openLabels = async (folder: string): Promise<LabelStore> => {
  const path = join(folder, labelsFile);
  const release = await acquireLock(folder);
  try {
    const { labels, completeBytes } = await read(path);
    const writer = await openJsonLines(path, completeBytes);
    return {
      path,
      found: labels,
      add: (more) => writer.append(more),
      async close() {
        await writer.close();
        await release();
      },
    };
  } catch (thrown) {
    await release();
    throw thrown;
  }
};
