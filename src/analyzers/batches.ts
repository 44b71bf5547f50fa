import type { FileReport, SourceFile } from './analyzer.ts';
import { type Attempt, bisect } from './bisect.ts';
import type { Failure } from './file-report.ts';
import { failed } from './file-report.ts';
import { type LaidFile, withSourceFolder } from './source-folder.ts';

export type BatchAttempt = (laid: readonly LaidFile[], folder: string) => Promise<Attempt<FileReport, Failure>>;

/** Wall time for one process over `files` files, in milliseconds. */
export type TimeBudget = { readonly baseMs: number; readonly perFileMs: number };
export const timeLimit = (budget: TimeBudget, files: number): number => budget.baseMs + budget.perFileMs * files;

const chunksOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] => {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
};

/**
 * Reports for all files, in order, through processes that each take at most `size` of them, at most `parallel` at once.
 * A process that fails on a batch is repeated on its halves until the bad file stands alone; the names that the files bore
 * in the folder are taken out of every detail.
 */
export const inBatches = async (
  files: readonly SourceFile[],
  limits: { readonly size: number; readonly parallel: number },
  attempt: BatchAttempt,
): Promise<readonly FileReport[]> => {
  const each = Math.min(limits.size, Math.ceil(files.length / limits.parallel));
  const chunks = chunksOf(files, Math.max(1, each));
  const reports: (readonly FileReport[])[] = chunks.map(() => []);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < chunks.length; index = next++) {
      const run = (folder: string, laid: readonly LaidFile[]): Promise<readonly FileReport[]> =>
        bisect(
          laid,
          (some) => attempt(some, folder),
          ({ name }, { reason, detail }) => failed(reason, detail.replaceAll(name, 'the file')),
        );
      reports[index] = await withSourceFolder(chunks[index] ?? [], run);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.parallel, chunks.length) }, work));
  return reports.flat();
};
