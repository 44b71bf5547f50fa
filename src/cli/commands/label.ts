import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type PromptOfEntry, promptsOfRun } from '../../compose.ts';
import { type Axis, type Label, UserError } from '../../core/index.ts';
import {
  drawnBy,
  type JudgedEntry,
  type LabelChoice,
  labelChoices,
  labelsInForce,
  type MeasuredEvaluation,
  samplesToLabel,
  summariseLabels,
} from '../../metrics/index.ts';
import { readJsonLines } from '../../pipeline/store/json-lines.ts';
import { labelOf, openLabels, readLabels } from '../../pipeline/store/labels.ts';
import { blobsOf } from '../../pipeline/store/run-store.ts';
import { renderSample } from '../../report/index.ts';
import type { Context, Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { configurationOfRun, measureRun } from '../measured-run.ts';
import { renderSummary } from './label/render-summary.ts';
import { type Ended, labelSession } from './label/session.ts';

type Options = Readonly<Record<string, unknown>>;
type Opened = { readonly folder: string; readonly shown: string; readonly run: MeasuredEvaluation };

const keyOf = (label: Label): string => JSON.stringify([label.entry, label.axis, label.status, label.by, label.at, label.note]);

/** Adds labels that somebody made elsewhere: on the page, or in a copy of the run. Those that are here already are passed over. */
const importLabels = async ({ console, cwd }: Context, { folder, shown, run }: Opened, given: string): Promise<number> => {
  const path = resolve(cwd, given);
  const labels: Label[] = [];
  await readJsonLines(path, (record, line) => labels.push(labelOf(record, `${given}:${line}`)));
  if (labels.length === 0)
    throw new UserError(
      'no-labels',
      `${given} holds no label. The page's button "Download labels" writes such a file; each line must end with a line end.`,
    );
  const known = new Set(run.samples.map(({ entry }) => entry.id));
  const strangers = labels.filter(({ entry }) => !known.has(entry));
  if (strangers.length > 0)
    throw new UserError(
      'unknown-entry',
      `${strangers.length} of the ${labels.length} labels of ${given} are about samples that ${shown} does not have: ${strangers[0]?.entry}. They belong to another run; nothing was imported.`,
    );
  const store = await openLabels(folder);
  try {
    const present = new Set(store.found.map(keyOf));
    const fresh = labels.filter((label) => !present.has(keyOf(label)));
    await store.add(fresh);
    console.note(`fathom: ${fresh.length} labels added to ${shown}/labels.jsonl; ${labels.length - fresh.length} were there already`);
  } finally {
    await store.close();
  }
  return exitCodes.fine;
};

const summarise = async ({ console }: Context, { folder, run }: Opened, asJson: boolean): Promise<number> => {
  const summary = summariseLabels(await readLabels(folder), run.samples);
  console.out(asJson ? JSON.stringify(summary, null, 2) : renderSummary(summary, console.width));
  return exitCodes.fine;
};

const nameOf = ({ environment }: Context, given: unknown): string => {
  const name = String(given ?? environment.USER ?? '').trim();
  if (name === '')
    throw new UserError('no-labeller', 'Say who labels: --by NAME. Agreement between people is only known where each has a name.');
  return name;
};

/** Lines of standard input until its end or until Ctrl-C. */
const typed = async function* (signal: AbortSignal): AsyncGenerator<string> {
  const reader = createInterface({ input: process.stdin, terminal: false });
  const stop = (): void => reader.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (!signal.aborted) yield* reader;
  } finally {
    signal.removeEventListener('abort', stop);
    reader.close();
  }
};

type Shown = { readonly blind: boolean; readonly total: number; readonly promptOf: PromptOfEntry };

const showing = (context: Context, { folder, run }: Opened, { blind, total, promptOf }: Shown) => {
  const { console } = context;
  const blobs = blobsOf(folder);
  const tasks = new Map(run.manifest.tasks.map((task) => [task.id, task]));
  return async (sample: JudgedEntry, place: number): Promise<void> => {
    const code = await blobs.load(sample.entry.code);
    const task = tasks.get(sample.entry.taskId);
    const prompt = promptOf(sample.entry);
    const texts = {
      ...(task === undefined ? {} : { task }),
      ...(prompt === undefined ? {} : { prompt }),
      ...(code === undefined ? {} : { code }),
    };
    console.out(
      renderSample(sample, texts, {
        ...{ width: console.width, colour: console.colour, unicode: console.unicode },
        title: `${place} of ${total}`,
        verdicts: !blind,
      }),
    );
  };
};

const conclude = ({ console }: Context, { given, skipped, end }: Ended, opened: Opened): void => {
  const why = end === 'all' ? 'No sample is left.' : 'The same command goes on where you stopped.';
  console.note(`fathom: ${given} labels saved in ${opened.shown}/labels.jsonl, ${skipped} samples skipped. ${why}`);
};

const labelSamples = async (context: Context, opened: Opened, options: Options): Promise<number> => {
  const by = nameOf(context, options.by);
  const axis: Axis = options.axis === 'functional' ? 'functional' : 'secure';
  const only: LabelChoice = labelChoices.find((choice) => choice === options.only) ?? 'disagreements';
  const blind = options.blind === true;
  const { run, folder } = opened;
  const store = await openLabels(folder);
  try {
    const own = labelsInForce(store.found).filter((label) => label.by === by && label.axis === axis);
    const samples = samplesToLabel(run.samples, {
      ...{ only, axis, done: new Set(own.map(({ entry }) => entry)) },
      seed: typeof options.seed === 'number' ? options.seed : run.manifest.seed,
      ...(typeof options.n === 'number' ? { n: options.n } : {}),
    });
    if (samples.length === 0) {
      context.console.note(`fathom: nothing to label: ${by} has labelled every sample of this choice (--only ${only}), or there is none.`);
      return exitCodes.fine;
    }
    if (only !== 'random')
      context.console.note('fathom: disputed samples are harder than the rest; what speaks for the whole run are labels of --only random.');
    const promptOf = await promptsOfRun(run.manifest, context.cwd);
    const ended = await labelSession({
      ...{ samples, axis, by, blind, drawn: drawnBy(only), lines: typed(context.signal) },
      show: showing(context, opened, { blind, total: samples.length, promptOf }),
      ask: context.console.note,
      save: (label) => store.add([label]),
      now: () => new Date(context.clock()).toISOString(),
    });
    conclude(context, ended, opened);
    return context.signal.aborted ? exitCodes.interrupted : exitCodes.fine;
  } finally {
    await store.close();
  }
};

/** `fathom label`: people say what is true of samples; labels go to `labels.jsonl` in the run folder. */
export const label: Run = async (context, { positional, options }) => {
  const shown = String(positional[0]);
  const folder = resolve(context.cwd, shown);
  const { measured: run } = await measureRun(context, folder, { configuration: await configurationOfRun(folder, {}) });
  const opened = { folder, shown, run };
  if (options.import !== undefined) return importLabels(context, opened, String(options.import));
  if (options.summary === true) return summarise(context, opened, options.json === true);
  return labelSamples(context, opened, options);
};
