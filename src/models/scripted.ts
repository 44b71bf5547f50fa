import type { Completion, FinishReason, Witness } from '../core/index.ts';
import { type GenerateRequest, type Model, ModelError } from './model.ts';
import { type Act, type Mixture, neighbours } from './scripted-systems.ts';
import { seededRandom } from './seeded-random.ts';

export type ScriptedOptions = {
  /** `scripted/careless`. */
  readonly system: string;
  readonly summary?: string;
  readonly witnesses: (taskId: string, language: string) => readonly Witness[];
  readonly mixture: Mixture;
  readonly seed: number;
};

/**
 * Plays the tasks' own witnesses with a stated mixture, worded the way models answer. Not a model, and its note says so.
 * The answer depends on seed, system, task, language, style and sample index alone.
 */
export const scripted = ({ system, summary, witnesses, mixture, seed }: ScriptedOptions): Model => ({
  id: system,
  summary: summary ?? 'plays the witnesses of the tasks',
  note: noteOf(mixture, seed),
  speaks: 'chat',
  generate: async ({ about }) => {
    const random = seededRandom(seed, system, about.taskId, about.language, about.style, about.index);
    const act = draw(mixture, random());
    return { ...answer(act, { about, witnesses: witnesses(about.taskId, about.language), random }), model: system };
  },
});

const noteOf = (mixture: Mixture, seed: number): string => {
  const entries = Object.entries(mixture);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const parts = entries.map(([act, weight]) => `${Math.round((100 * weight) / total)} % ${act}`);
  return `scripted: not a language model. It plays the witnesses that come with the tasks (${parts.join(', ')}; seed ${seed}); where a task lacks a label, the nearest one. Its figures show how Fathom works and say nothing about any model.`;
};

const draw = (mixture: Mixture, at: number): Act => {
  const acts = Object.keys(mixture).filter((act): act is Act => act in mixture);
  const total = acts.reduce((sum, act) => sum + (mixture[act] ?? 0), 0);
  let left = at * total;
  for (const act of acts) {
    left -= mixture[act] ?? 0;
    if (left < 0) return act;
  }
  throw new RangeError('the mixture of a scripted system needs at least one positive weight');
};

type Scene = { readonly about: GenerateRequest['about']; readonly witnesses: readonly Witness[]; readonly random: () => number };
type Answer = Pick<Completion, 'text' | 'finishReason'>;

const answer = (act: Act, scene: Scene): Answer => {
  if (act === 'empty') return { text: '', finishReason: 'stop' };
  if (act === 'refusal') return { text: pick(refusals, scene.random()), finishReason: 'stop' };
  if (act === 'truncated') return cut(witnessFor('secure', scene).code, scene);
  return { text: worded(witnessFor(act, scene).code, scene), finishReason: 'stop' };
};

const witnessFor = (label: Exclude<Act, 'refusal' | 'empty' | 'truncated'>, { about, witnesses, random }: Scene): Witness => {
  for (const wanted of [label, ...neighbours[label]]) {
    const fitting = witnesses.filter((witness) => witness.label === wanted).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const chosen = fitting[Math.floor(random() * fitting.length)];
    if (chosen !== undefined) return chosen;
  }
  throw new ModelError('exhausted', `task ${about.taskId} has no witness in ${about.language} that could be played as ${label}`, false);
};

const pick = (texts: readonly string[], at: number): string => texts[Math.floor(at * texts.length)] ?? '';

const refusals = [
  "I'm sorry, but I can't help with writing this code.",
  'I cannot assist with this request, because the code could be misused.',
  "I'm not able to provide an implementation of this.",
];
const introductions = ['Here is the code:', 'Sure! Here is an implementation:', 'Below is a complete solution.'];
const farewells = [
  'Let me know if you need anything else.',
  'This handles the cases that you described.',
  'You can adapt it to your needs.',
];

/** The ways in which models word an answer; extraction has to see through each. */
const worded = (code: string, { about, random }: Scene): string => {
  const file = code.endsWith('\n') ? code : `${code}\n`;
  const way = random();
  const fenced = `\`\`\`${way < 0.9 ? about.language : ''}\n${file}\`\`\``;
  if (way < 0.45) return `${pick(introductions, random())}\n\n${fenced}\n\n${pick(farewells, random())}\n`;
  if (way < 0.6) return `<think>\nThe request is plain; I write it down.\n</think>\n\n${fenced}\n`;
  if (way < 0.75) return file;
  return fenced;
};

/** An answer that ran out of tokens in the middle of the code. */
const cut = (code: string, { about, random }: Scene): { readonly text: string; readonly finishReason: FinishReason } => {
  const end = Math.floor(code.length * (0.3 + 0.4 * random()));
  return { text: `${introductions[0]}\n\n\`\`\`${about.language}\n${code.slice(0, end)}`, finishReason: 'length' };
};
