import {
  type CweId,
  type Language,
  type Plan,
  type PlannedSample,
  type PromptStyle,
  styleAndWording,
  type Task,
  type TaskLanguage,
  type Wording,
} from '../core/index.ts';

export type PlanRequest = {
  readonly tasks: readonly Task[];
  readonly systems: readonly string[];
  readonly styles: readonly PromptStyle[];
  /** `plain` alone where absent. */
  readonly wordings?: readonly Wording[];
  readonly perturbations: readonly string[];
  /** Samples for each prompt and system. */
  readonly nSamples: number;
  readonly seed: number;
  readonly languages?: readonly Language[];
  readonly cwes?: readonly CweId[];
  readonly taskIds?: readonly string[];
  /** At most this many tasks, the first in the suite's order. */
  readonly limit?: number;
  /** Every `count`-th prompt, starting at `index` (1-based): all samples of a prompt stay in one shard. */
  readonly shard?: { readonly index: number; readonly count: number };
};

/** The tasks that the request's filters leave, in the suite's order. */
export const selectTasks = (request: Pick<PlanRequest, 'tasks' | 'cwes' | 'taskIds' | 'languages' | 'limit'>): readonly Task[] => {
  const chosen = request.tasks.filter(
    (task) =>
      (request.taskIds === undefined || request.taskIds.includes(task.id)) &&
      (request.cwes === undefined || task.cwes.some((cwe) => request.cwes?.includes(cwe))) &&
      task.languages.some(({ language }) => request.languages?.includes(language) ?? true),
  );
  return request.limit === undefined ? chosen : chosen.slice(0, request.limit);
};

/** The text of a prompt; undefined where the task has none in this style and wording. */
export const promptTextOf = (
  { prompts, explicitPrompts }: TaskLanguage,
  { style, wording }: Pick<PlannedSample, 'style' | 'wording'>,
): string | undefined => (wording === 'explicit' ? explicitPrompts?.[style] : prompts[style]);

/** Styles and wordings that are asked for and that the task has. A plain one names no wording, as in runs from before there were two. */
const variantsOf = (request: PlanRequest, texts: TaskLanguage): readonly Pick<PlannedSample, 'style' | 'wording'>[] =>
  request.styles
    .flatMap((style) => (request.wordings ?? ['plain']).map((wording) => (wording === 'plain' ? { style } : { style, wording })))
    .filter((variant) => (promptTextOf(texts, variant) ?? '') !== '');

/**
 * Task × language × style × wording × perturbation × system × index, in an order that spreads systems evenly:
 * an interrupted run has about as many samples of each. Pure; the same request yields the same plan.
 */
export const expandPlan = (request: PlanRequest): Plan => {
  const prompts = selectTasks(request).flatMap((task) =>
    task.languages
      .filter(({ language }) => request.languages?.includes(language) ?? true)
      .flatMap((texts) =>
        variantsOf(request, texts).flatMap((variant) =>
          request.perturbations.map((perturbation) => ({ taskId: task.id, language: texts.language, ...variant, perturbation })),
        ),
      ),
  );
  const { shard } = request;
  const mine = shard === undefined ? prompts : prompts.filter((_, position) => position % shard.count === shard.index - 1);
  const samples: PlannedSample[] = [];
  for (let index = 0; index < request.nSamples; index += 1)
    for (const prompt of mine) for (const system of request.systems) samples.push({ ...prompt, system, index });
  return { samples, seed: request.seed };
};

/** Facts that `--dry-run` prints: what the plan would cost at most. */
export type PlanSummary = {
  readonly samples: number;
  readonly tasks: number;
  readonly prompts: number;
  readonly systems: readonly { readonly system: string; readonly calls: number; readonly outputTokensAtMost: number }[];
};

export const summarisePlan = (plan: Plan, maxTokens: number): PlanSummary => {
  const systems = new Map<string, number>();
  for (const { system } of plan.samples) systems.set(system, (systems.get(system) ?? 0) + 1);
  const prompts = new Set(plan.samples.map((s) => `${s.taskId}/${s.language}/${styleAndWording(s)}/${s.perturbation}`));
  return {
    samples: plan.samples.length,
    tasks: new Set(plan.samples.map(({ taskId }) => taskId)).size,
    prompts: prompts.size,
    systems: [...systems].map(([system, calls]) => ({ system, calls, outputTokensAtMost: calls * maxTokens })),
  };
};
