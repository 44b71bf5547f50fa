import { open, readdir, stat } from 'node:fs/promises';
import { type Language, messageOf, type Task, UserError } from '../core/index.ts';
import type { GivenSamples, SampleFormat } from '../datasets/dataset.ts';
import { folder } from '../datasets/sample-formats/folder.ts';
import { jsonl } from '../datasets/sample-formats/jsonl.ts';
import { sallm } from '../datasets/sample-formats/sallm.ts';
import { importedOracle } from '../oracles/imported.ts';
import type { Oracle } from '../oracles/oracle.ts';
import { named } from '../schemas/named.ts';

/** In the order in which they are tried: the more particular first. */
export const sampleFormats: readonly SampleFormat[] = [sallm(), jsonl(), folder()];

export type GivenOptions = {
  readonly format?: string;
  readonly system?: string;
  readonly language?: Language;
  readonly tasks: readonly Task[];
};

/** The first 64 KiB of a file, or a folder's listing. */
const headOf = async (path: string): Promise<string> => {
  try {
    if ((await stat(path)).isDirectory()) return (await readdir(path, { recursive: true })).sort().slice(0, 2_000).join('\n');
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new UserError('unreadable-file', `${path} can't be read: ${messageOf(cause)}`, { cause });
  }
};

const formatOf = async (path: string, wanted: string | undefined): Promise<SampleFormat> => {
  if (wanted !== undefined) return named('sample format', sampleFormats, wanted);
  const head = await headOf(path);
  const found = sampleFormats.find((format) => format.recognises(path, head));
  if (found === undefined)
    throw new UserError(
      'unrecognised-samples',
      `${path} looks like none of the sample formats ${sampleFormats.map(({ id }) => id).join(', ')}. Say which it is with --format, or see \`fathom list sample-formats\`.`,
    );
  return found;
};

/** Somebody else's answers, from one or more files or folders of one format. Throws a UserError that names the place of a mistake. */
export const givenSamplesOf = async (paths: readonly string[], options: GivenOptions): Promise<GivenSamples> => {
  const { format: wanted, ...rest } = options;
  const parts: GivenSamples[] = [];
  for (const path of paths) parts.push(await (await formatOf(path, wanted)).read(path, rest));
  const formats = [...new Set(parts.map(({ format }) => format))];
  const tasks = new Map(parts.flatMap((part) => part.tasks.map((task) => [task.id, task] as const)));
  const requested = parts.every((part) => part.requested !== undefined)
    ? parts.reduce((sum, part) => sum + (part.requested ?? 0), 0)
    : undefined;
  return {
    format: formats.join('+'),
    tasks: [...tasks.values()],
    samples: parts.flatMap(({ samples }) => samples),
    notes: [...new Set(parts.flatMap(({ notes }) => notes))],
    ...(requested === undefined ? {} : { requested }),
  };
};

/** The oracle of the verdicts that came with samples; none where none came. */
export const importedOracleOf = (given: GivenSamples): readonly Oracle[] =>
  given.samples.some(({ verdicts }) => verdicts.length > 0) ? [importedOracle(given.samples)] : [];
