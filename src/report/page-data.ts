import { type Entry, type Outcome, styleAndWording, type Verdict } from '../core/index.ts';
import type { MeasuredEvaluation } from '../metrics/measurement.ts';
import type { ReportInput } from './report.ts';

export const pageDataVersion = 1;

/**
 * What the page needs at once. Rows of samples are columns of numbers that point into `strings`;
 * codes, answers, transcripts and verdicts are texts, read chunk by chunk when a sample is opened.
 */
export type PageIndex = {
  readonly version: typeof pageDataVersion;
  readonly summary: Omit<MeasuredEvaluation, 'samples'>;
  readonly strings: readonly string[];
  /** Oracle and axis of each mark, in the order of the letters of `columns.marks`. */
  readonly marks: readonly { readonly oracle: string; readonly axis: 'functional' | 'secure' }[];
  readonly columns: SampleColumns;
  /** Number of the first text of each chunk. */
  readonly chunks: readonly number[];
  readonly texts: number;
};

/** One element for each sample. Numbers in `id` to `marks` are positions in `strings`; in `text` positions among the texts. */
export type SampleColumns = {
  readonly id: readonly number[];
  readonly task: readonly number[];
  readonly system: readonly number[];
  readonly language: readonly number[];
  readonly kind: readonly number[];
  readonly perturbation: readonly number[];
  /** Three letters of `p`, `f`, `u`: functional, secure, joint. */
  readonly outcome: readonly number[];
  /** A letter for each oracle: `p`, `f`, `u`, upper case where muted, `.` where it said nothing. */
  readonly marks: readonly number[];
  /** How far the votes on the secure axis differ, in hundredths; -1 where fewer than two decided. A number, not a position. */
  readonly disagreement: readonly number[];
  readonly code: readonly number[];
  readonly raw: readonly number[];
  /** The text is a `SampleDetail` in JSON. */
  readonly detail: readonly number[];
};

export type SampleDetail = Pick<
  Entry,
  'perturbation' | 'index' | 'promptLines' | 'provenance' | 'finishReason' | 'usage' | 'costUsd' | 'at'
> & {
  /** With the wording, where it is not the plain one: `issue+explicit`. */
  readonly style: string;
  readonly verdicts: readonly PageVerdict[];
  readonly outcome: Outcome;
  readonly hashes: { readonly code: string; readonly raw: string };
};

/** `transcriptText` is the number of the transcript's text; absent where the record holds none. */
export type PageVerdict = Verdict & { readonly transcriptText?: number };

export type PageData = { readonly index: PageIndex; readonly texts: readonly (readonly string[])[] };

/** Characters of a chunk. Opening a sample reads one or two chunks; searching reads all. */
const chunkCharacters = 262_144;

/** Gives each text a number in order of first use. */
class Interner {
  readonly all: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    this.numbers.set(text, this.all.length);
    this.all.push(text);
    return this.all.length - 1;
  }
}

const statusLetters = { pass: 'p', fail: 'f', unknown: 'u' } as const;

const markOf = (verdict: Verdict): string => {
  const letter = statusLetters[verdict.status];
  return verdict.voice.counts ? letter : letter.toUpperCase();
};

const markKey = (verdict: { readonly oracle: string; readonly axis: string }): string => `${verdict.axis} ${verdict.oracle}`;

const marksOf = (measured: MeasuredEvaluation): PageIndex['marks'] => {
  const marks = new Map<string, PageIndex['marks'][number]>();
  for (const { oracle, axis } of measured.samples.flatMap((sample) => sample.entry.verdicts)) {
    marks.set(markKey({ oracle, axis }), { oracle, axis });
  }
  return [...marks.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, mark]) => mark);
};

const outcomeLetters = ({ functional, secure, joint }: Outcome): string =>
  statusLetters[functional.status] + statusLetters[secure.status] + statusLetters[joint];

const detailOf = (entry: Entry, outcome: Outcome, textOf: (hash: string) => number | undefined): SampleDetail => {
  const { perturbation, index, promptLines, provenance, finishReason, usage, costUsd, at } = entry;
  const verdicts = entry.verdicts.map((verdict): PageVerdict => {
    const transcriptText = verdict.transcript === undefined ? undefined : textOf(verdict.transcript);
    return transcriptText === undefined ? verdict : { ...verdict, transcriptText };
  });
  return {
    ...{ style: styleAndWording(entry), perturbation, index, promptLines, provenance, finishReason, at, verdicts, outcome },
    ...(usage === undefined ? {} : { usage }),
    ...(costUsd === undefined ? {} : { costUsd }),
    hashes: { code: entry.code, raw: entry.raw },
  };
};

const inChunks = (texts: readonly string[]): { readonly chunks: readonly number[]; readonly texts: readonly (readonly string[])[] } => {
  const chunks: number[] = [];
  const groups: string[][] = [];
  let size = chunkCharacters;
  for (const [number, text] of texts.entries()) {
    if (size >= chunkCharacters) {
      chunks.push(number);
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(text);
    size += text.length;
  }
  return { chunks, texts: groups };
};

type GrowingColumns = { [Name in keyof SampleColumns]: number[] };
const emptyColumns = (): GrowingColumns => ({
  id: [],
  task: [],
  system: [],
  language: [],
  kind: [],
  perturbation: [],
  outcome: [],
  marks: [],
  disagreement: [],
  code: [],
  raw: [],
  detail: [],
});

/** `-1` stands for a text that the record does not hold. */
export const absentText = -1;

/** The run as the page reads it. Equal texts are kept once; every sample is there, whatever its kind. */
export const pageData = ({ measured, blobs }: ReportInput): PageData => {
  const { samples, ...summary } = measured;
  const strings = new Interner();
  const texts = new Interner();
  const marks = marksOf(measured);
  const textOf = (hash: string): number | undefined => (Object.hasOwn(blobs, hash) ? texts.numberOf(blobs[hash] ?? '') : undefined);
  const columns = emptyColumns();
  for (const { entry, outcome, disagreement } of samples) {
    const said = new Map(entry.verdicts.map((verdict) => [markKey(verdict), markOf(verdict)]));
    columns.id.push(strings.numberOf(entry.id));
    columns.task.push(strings.numberOf(entry.taskId));
    columns.system.push(strings.numberOf(entry.system));
    columns.language.push(strings.numberOf(entry.language));
    columns.kind.push(strings.numberOf(entry.kind));
    columns.perturbation.push(strings.numberOf(entry.perturbation));
    columns.outcome.push(strings.numberOf(outcomeLetters(outcome)));
    columns.marks.push(strings.numberOf(marks.map((mark) => said.get(markKey(mark)) ?? '.').join('')));
    columns.disagreement.push(disagreement === undefined ? -1 : Math.round(disagreement * 100));
    columns.code.push(textOf(entry.code) ?? absentText);
    columns.raw.push(textOf(entry.raw) ?? absentText);
    columns.detail.push(texts.numberOf(JSON.stringify(detailOf(entry, outcome, textOf))));
  }
  const packed = inChunks(texts.all);
  return {
    index: { version: pageDataVersion, summary, strings: strings.all, marks, columns, chunks: packed.chunks, texts: texts.all.length },
    texts: packed.texts,
  };
};
