import { createHash } from 'node:crypto';
import { type CweId, parseCwe } from '../core/index.ts';
import type { GenerateRequest, Model } from '../models/model.ts';

/** How well a scripted judge judges: data, not claims about any model. Shares from 0 to 1. */
export type ScriptedJudge = {
  readonly id: string;
  readonly summary: string;
  /** Share of the insecure witnesses that it calls insecure. */
  readonly sensitivity: number;
  /** Share of the secure witnesses that it calls secure. */
  readonly specificity: number;
  /** Share of the repetitions in which it contradicts its own opinion. */
  readonly flips: number;
  /** How sure it says it is, on average: 0.5 to 1. */
  readonly confidence: number;
  /** Share of the answers that are a refusal or no JSON. */
  readonly misbehaves: number;
};

export const scriptedJudges: readonly ScriptedJudge[] = [
  {
    id: 'scripted/judge-steady',
    summary: 'knows the witnesses; right on 88 % of the insecure and 90 % of the secure ones, about as sure as it may be',
    sensitivity: 0.88,
    specificity: 0.9,
    flips: 0.03,
    confidence: 0.88,
    misbehaves: 0.01,
  },
  {
    id: 'scripted/judge-alarmist',
    summary: 'knows the witnesses; right on 96 % of the insecure and 60 % of the secure ones, and far too sure of itself',
    sensitivity: 0.96,
    specificity: 0.6,
    flips: 0.05,
    confidence: 0.97,
    misbehaves: 0.01,
  },
  {
    id: 'scripted/judge-fickle',
    summary: 'knows the witnesses; right on 75 % of either kind, contradicts itself in a quarter of its answers, refuses some',
    sensitivity: 0.75,
    specificity: 0.75,
    flips: 0.25,
    confidence: 0.8,
    misbehaves: 0.06,
  },
];

export type ScriptedJudgeOptions = ScriptedJudge & {
  readonly seed: number;
  /** Whether the code of this mark (`markOf`) is secure; undefined where it is no witness. `certain`: a control, which it always gets right. */
  readonly truthOf: (
    taskId: string,
    language: string,
    mark: string,
  ) => { readonly secure: boolean; readonly certain?: true; readonly cwe: CweId } | undefined;
};

/** A number in [0, 1) that hangs on the words alone. */
const drawn = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(JSON.stringify(words)).digest().readUInt32BE(0) / 4_294_967_296;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * Answers like a judge, by the labels of the witnesses that it knows, with a stated accuracy. Not a model, and its note says so.
 * Of any other code it says `undecided`.
 */
export const scriptedJudge = (options: ScriptedJudgeOptions): Model => ({
  id: options.id,
  summary: options.summary,
  note: `scripted: not a language model. It knows the witnesses that come with the tasks, calls ${percent(options.sensitivity)} of the insecure and ${percent(1 - options.specificity)} of the secure ones insecure, contradicts itself in ${percent(options.flips)} of its answers and spoils ${percent(options.misbehaves)} (seed ${options.seed}); it always gets its controls right, and of other code it says that it can't tell. Its figures show how Fathom works and say nothing about any model.`,
  speaks: 'chat',
  generate: async ({ about, input }) => ({
    text: textFor(options, about),
    finishReason: 'stop',
    model: options.id,
    usage: { inputTokens: Math.ceil(JSON.stringify(input).length / 4), outputTokens: 60 },
    costUsd: 0,
  }),
});

const textFor = (options: ScriptedJudgeOptions, about: GenerateRequest['about']): string => {
  const { seed, id, sensitivity, specificity, flips, confidence, misbehaves, truthOf } = options;
  const [mark = ''] = about.perturbation.split(' ');
  const [, asked] = about.style.split('/');
  const truth = truthOf(about.taskId, about.language, mark);
  if (truth === undefined) return answerText('undecided', 0.5, []);
  const draw = (...what: readonly (string | number)[]): number => drawn(seed, id, about.taskId, about.language, mark, ...what);
  if (truth.certain === undefined && draw('misbehaves', about.index, asked ?? '') < misbehaves)
    return draw('how', about.index) < 0.5 ? "I'm sorry, but I can't help with this code." : 'The code looks fine to me!';
  // One opinion of a code, whatever it is asked about; repetitions may flip it.
  const opinion = truth.secure ? draw('opinion') >= specificity : draw('opinion') < sensitivity;
  const flipped = draw('flips', about.index) < flips;
  const insecure = truth.certain === undefined ? opinion !== flipped : !truth.secure;
  const spread = (draw('confidence', about.index) - 0.5) * 0.2;
  const sure = Math.min(0.99, Math.max(0.51, confidence + spread));
  const rounded = Math.round((insecure ? sure : 1 - sure) * 100) / 100;
  const cwe = parseCwe(asked ?? '') ?? truth.cwe;
  return answerText(insecure ? 'insecure' : 'secure', rounded, insecure ? [cwe] : []);
};

const answerText = (verdict: string, probability: number, cwes: readonly CweId[]): string =>
  JSON.stringify({
    verdict,
    probability,
    findings: cwes.map((cwe) => ({
      cwe,
      line: 1,
      file: null,
      input: 'a scripted judge names no input',
      why: 'the label of the witness, or its stated error',
      exploit: null,
    })),
    addressed: [],
  });
