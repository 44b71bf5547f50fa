import { resolve } from 'node:path';
import { type System, spendingOf, suiteFacts, suiteOf, systemsOf } from '../../compose.ts';
import { type CweId, continuesPrompt, type PlannedSample, type Prompt, styleAndWording, type Task, UserError } from '../../core/index.ts';
import { expandPlan, promptTextOf, selectTasks, summarisePlan } from '../../pipeline/plan.ts';
import { spentIn } from '../../pipeline/store/run-store.ts';
import type { Configuration } from '../../schemas/configuration.ts';
import type { Context, Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { givenFlags, oracleFlags, planFlags, reportFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { conduct, defaultOut } from '../study.ts';

/** The request of a planned sample in the task's own words. */
const promptOf = (task: Task, planned: PlannedSample): Prompt => {
  const { taskId, language, style, wording, perturbation } = planned;
  const texts = task.languages.find((each) => each.language === language);
  const text = texts === undefined ? undefined : promptTextOf(texts, planned);
  if (text === undefined) throw new Error(`task ${task.id} has no ${styleAndWording(planned)} prompt for ${language}`);
  const prefix = continuesPrompt(style) ? text : '';
  return { taskId, language, style, ...(wording === undefined ? {} : { wording }), perturbation, text, prefix };
};

/** `--model` and its company, as one system; undefined where the flag is not given. The schema checks what they hold. */
const systemFromFlags = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined => {
  const { model, method, baseUrl } = options;
  if (model === undefined) return undefined;
  return { model, ...(method === undefined ? {} : { method }), ...(baseUrl === undefined ? {} : { 'base-url': baseUrl }) };
};

const readSettings = async (
  context: Context,
  path: string | undefined,
  options: Readonly<Record<string, unknown>>,
): Promise<Configuration> => {
  const flags = givenFlags(options, [...planFlags, ...oracleFlags, ...reportFlags, { key: 'out', kind: 'text', argument: '', help: '' }]);
  const system = systemFromFlags(options);
  return readConfiguration(path === undefined ? undefined : resolve(context.cwd, path), {
    ...flags,
    ...(system === undefined ? {} : { systems: [system] }),
  });
};

const planOf = (configuration: Configuration, tasks: readonly Task[], systems: readonly System[]) => {
  const shard = configuration.shard?.split('/').map(Number);
  const request = {
    tasks,
    systems: systems.map(({ facts }) => facts.id),
    styles: configuration.styles,
    wordings: configuration.wordings,
    perturbations: ['none'],
    nSamples: configuration['n-samples'],
    seed: configuration.seed,
    ...(configuration.languages === undefined ? {} : { languages: configuration.languages }),
    ...(configuration.cwe === undefined ? {} : { cwes: configuration.cwe.map((id): CweId => `CWE-${Number(id.slice(4))}`) }),
    ...(configuration.tasks === undefined ? {} : { taskIds: configuration.tasks }),
    ...(configuration.limit === undefined ? {} : { limit: configuration.limit }),
    ...(shard === undefined ? {} : { shard: { index: shard[0] ?? 1, count: shard[1] ?? 1 } }),
  };
  const plan = expandPlan(request);
  if (plan.samples.length === 0)
    throw new UserError(
      'empty-plan',
      'No task is left after --tasks, --cwe, --languages, --styles, --wordings and --limit. `fathom tasks list` shows what there is.',
    );
  return { plan, tasks: selectTasks(request) };
};

/** `fathom run`: systems × tasks → answers → verdicts → report. */
export const run: Run = async (context, { positional, options }) => {
  const path = typeof positional[0] === 'string' ? positional[0] : undefined;
  const configuration = await readSettings(context, path, options);
  if (configuration.systems === undefined)
    throw new UserError(
      'no-system',
      'Nothing is to be measured. Give --model provider/model (try scripted/careless), or a configuration with systems: (`fathom init` writes one).',
    );
  const suite = await suiteOf(configuration.suite, context.cwd);
  const shownOut = configuration.out ?? defaultOut(path);
  const out = resolve(context.cwd, shownOut);
  const spending = spendingOf(configuration, await spentIn(out));
  const systems = await systemsOf(configuration, { suite, environment: context.environment, cwd: context.cwd, spending });
  const { plan, tasks } = planOf(configuration, suite.tasks, systems);
  if (options.dryRun === true) {
    const summary = summarisePlan(plan, configuration['max-tokens']);
    context.console.out(
      options.json === true
        ? JSON.stringify(summary, null, 2)
        : [
            `${summary.samples} samples: ${summary.tasks} tasks, ${summary.prompts} prompts, ${systems.length} systems, ${configuration['n-samples']} each`,
            ...summary.systems.map(
              ({ system, calls, outputTokensAtMost }) =>
                `  ${system}: ${calls} model calls, at most ${outputTokensAtMost} tokens of answers`,
            ),
          ].join('\n'),
    );
    return exitCodes.fine;
  }
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const bySystem = new Map(systems.map((system) => [system.facts.id, system]));
  const promptFor = (planned: PlannedSample): Prompt => {
    const task = byId.get(planned.taskId);
    if (task === undefined) throw new Error(`the plan names task ${planned.taskId}, which is not selected`);
    return promptOf(task, planned);
  };
  return conduct(context, {
    configuration,
    suites: [suiteFacts(suite)],
    tasks,
    systems: systems.map(({ facts }) => facts),
    plan,
    spending,
    out: shownOut,
    extraOracles: [],
    obtain: (planned, signal) => {
      const system = bySystem.get(planned.system);
      if (system === undefined) throw new Error(`the plan names system ${planned.system}, which was not composed`);
      return system.complete(promptFor(planned), planned.index, signal);
    },
    prefixOf: (planned) => promptFor(planned).prefix,
    retryErrors: options.retryErrors === true,
    json: options.json === true,
    confirmedUnconfined: options.iUnderstandThatGeneratedCodeRunsUnconfined === true,
  });
};
