import type { Language } from '../core/index.ts';
import type { FileReport, SourceFile } from './analyzer.ts';
import { failed } from './file-report.ts';

/** Reports in the order of the files, from one call for the files of each language; the calls run one after the other. */
export const byLanguage = async (
  files: readonly SourceFile[],
  analyze: (language: Language, files: readonly SourceFile[]) => Promise<readonly FileReport[]>,
): Promise<readonly FileReport[]> => {
  const reports: FileReport[] = files.map(() => failed('skipped-by-tool', 'the tool gave no report'));
  for (const language of new Set(files.map((file) => file.language))) {
    const places = files.flatMap((file, index) => (file.language === language ? [{ file, index }] : []));
    const own = await analyze(
      language,
      places.map(({ file }) => file),
    );
    if (own.length !== places.length) throw new Error(`${own.length} reports for ${places.length} files`);
    for (const [at, { index }] of places.entries()) {
      const report = own[at];
      if (report !== undefined) reports[index] = report;
    }
  }
  return reports;
};
