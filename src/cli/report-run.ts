import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { reportFormatsOf, terminalReport } from '../compose.ts';
import type { Entry } from '../core/index.ts';
import { gate, type MeasuredEvaluation } from '../metrics/index.ts';
import { blobsOf } from '../pipeline/store/run-store.ts';
import type { Blobs } from '../report/report.ts';
import type { Configuration } from '../schemas/configuration.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { measureRun } from './measured-run.ts';

export type ReportRequest = {
  readonly folder: string;
  /** The folder as the user wrote it. */
  readonly shown: string;
  readonly configuration: Configuration;
  readonly json: boolean;
  /** Where the files go; the run folder where absent. */
  readonly out?: string;
  /** Print only this format, and write no file. */
  readonly only?: string;
  /** Folder of a run over freshly mutated variants of the tasks. */
  readonly fresh?: string;
};

/** The texts that entries name. A blob that is gone is left out; the page says so at its place. */
const loadBlobs = async (folder: string, entries: readonly Entry[]): Promise<Blobs> => {
  const store = blobsOf(folder);
  const wanted = new Set(
    entries.flatMap(({ code, raw, verdicts }) => [code, raw, ...verdicts.flatMap(({ transcript }) => transcript ?? [])]),
  );
  const texts: Record<string, string> = {};
  const work = [...wanted][Symbol.iterator]();
  const load = async (): Promise<void> => {
    for (const hash of work) {
      const text = await store.load(hash);
      if (text !== undefined) texts[hash] = text;
    }
  };
  await Promise.all(Array.from({ length: 32 }, load));
  return texts;
};

/** Gate and unknowns → exit code; each broken promise is said. */
const judge = (context: Context, measured: MeasuredEvaluation, configuration: Configuration): number => {
  let code: number = exitCodes.fine;
  const undecided = measured.samples.filter(({ outcome }) => outcome.joint === 'unknown').length;
  const limit = configuration['max-unknown'];
  if (measured.samples.length > 0 && undecided / measured.samples.length > limit) {
    context.console.note(
      `fathom: too many unknowns: ${undecided} of ${measured.samples.length} samples are undecided; at most ${(limit * 100).toFixed(0)} % are allowed (--max-unknown). The warnings say why.`,
    );
    code = exitCodes.tooManyUnknowns;
  }
  for (const [metric, threshold] of Object.entries(configuration['fail-under'] ?? {})) {
    const result = gate(measured, { metric, threshold, on: configuration['gate-on'] });
    for (const { system, status, why } of result.systems) context.console.note(`fathom: gate ${status} for ${system}: ${why}`);
    if (result.status !== 'pass') code = exitCodes.gateFailed;
  }
  return code;
};

/** Measures a stored run, prints and writes its reports, and yields the exit code. */
export const reportRun = async (context: Context, request: ReportRequest): Promise<number> => {
  const { console } = context;
  const { configuration } = request;
  const { evaluation, measured } = await measureRun(context, request.folder, { configuration, fresh: request.fresh });
  const names = request.only === undefined ? configuration.reports : [request.only];
  const formats = await reportFormatsOf(names);
  const needsBlobs = formats.some(({ needsBlobs: needs }) => needs);
  const input = { measured, blobs: needsBlobs ? await loadBlobs(request.folder, evaluation.entries) : {} };
  if (request.only !== undefined || request.json) {
    const chosen = request.only === undefined ? (await reportFormatsOf(['json']))[0] : formats[0];
    if (chosen !== undefined) console.out(chosen.format.render(input).replace(/\n$/, ''));
  } else {
    console.out(terminalReport(measured, { width: console.width, colour: console.colour, unicode: console.unicode }));
  }
  if (request.only === undefined) {
    const out = request.out ?? request.folder;
    await mkdir(out, { recursive: true });
    for (const { format } of formats) {
      const path = join(out, format.fileName);
      await writeFile(`${path}.new`, format.render(input));
      await rename(`${path}.new`, path);
      console.note(`fathom: wrote ${relative(context.cwd, path) || path}`);
    }
  }
  return judge(context, measured, configuration);
};
