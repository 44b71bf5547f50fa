import { resolve } from 'node:path';
import { givenSamplesOf, importedOracleOf, spendingOf, suiteFacts, suiteOf } from '../../compose.ts';
import { type Language, languages, type PlannedSample, sampleId, type Task, UserError } from '../../core/index.ts';
import type { GivenSample, GivenSamples } from '../../datasets/dataset.ts';
import { spentIn } from '../../pipeline/store/run-store.ts';
import { hintFor } from '../../schemas/named.ts';
import type { Run } from '../context.ts';
import { givenFlags, oracleFlags, reportFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { conduct, defaultOut } from '../study.ts';

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

const plannedOf = (sample: GivenSample): PlannedSample => {
  const { taskId, language, style, wording, system, index } = sample;
  return { taskId, language, style, ...(wording === undefined ? {} : { wording }), system, index, perturbation: 'none' };
};

/** Tasks that the samples answer: the source's own, else the suite's. Refuses an answer to a task that nobody knows. */
const tasksFor = (given: GivenSamples, suiteTasks: readonly Task[], suite: string): readonly Task[] => {
  const known = new Map((given.tasks.length > 0 ? given.tasks : suiteTasks).map((task) => [task.id, task]));
  const wanted = new Map<string, Task>();
  for (const { taskId, language } of given.samples) {
    const task = known.get(taskId);
    if (task === undefined) {
      throw new UserError(
        'unknown-task',
        `A sample answers task ${JSON.stringify(taskId)}, which suite ${suite} does not have${hintFor(taskId, [...known.keys()])} Give its suite with --suite, or see \`fathom tasks list\`.`,
      );
    }
    if (!task.languages.some((offered) => offered.language === language))
      throw new UserError(
        'unknown-language',
        `A sample answers task ${taskId} in ${language}, which the task does not have (it has ${task.languages.map((offered) => offered.language).join(', ')}).`,
      );
    wanted.set(taskId, task);
  }
  return [...wanted.values()];
};

/** `fathom evaluate`: somebody else's answers → verdicts → report. */
export const evaluate: Run = async (context, { positional, options }) => {
  const paths = (Array.isArray(positional[0]) ? positional[0] : [positional[0]]).map(String);
  const configuration = await readConfiguration(
    undefined,
    givenFlags(options, [
      ...oracleFlags,
      ...reportFlags,
      { key: 'out', kind: 'text', argument: '', help: '' },
      { key: 'suite', kind: 'text', argument: '', help: '' },
    ]),
  );
  const language = options.language === undefined ? undefined : String(options.language);
  if (language !== undefined && !isLanguage(language))
    throw new UserError('invalid-flag', `--language: expected one of ${languages.join(', ')}, found ${JSON.stringify(language)}`);
  const suite = await suiteOf(configuration.suite, context.cwd);
  const given = await givenSamplesOf(
    paths.map((path) => resolve(context.cwd, path)),
    {
      tasks: suite.tasks,
      ...(options.format === undefined ? {} : { format: String(options.format) }),
      ...(options.system === undefined ? {} : { system: String(options.system) }),
      ...(language === undefined ? {} : { language }),
    },
  );
  for (const note of given.notes) context.console.note(`fathom: ${note}`);
  if (given.samples.length === 0)
    throw new UserError('no-samples', `${paths.join(', ')} holds no sample. \`fathom list sample-formats\` shows what can be read.`);
  const byId = new Map(given.samples.map((sample) => [sampleId(plannedOf(sample)), sample]));
  if (byId.size < given.samples.length)
    throw new UserError(
      'duplicate-samples',
      `${given.samples.length - byId.size} samples have the task, language, system and index of another one. Number them (sample_id), or give files of one system each with --system.`,
    );
  const find = (planned: PlannedSample): GivenSample => {
    const sample = byId.get(sampleId(planned));
    if (sample === undefined) throw new Error(`no given sample ${sampleId(planned)}`);
    return sample;
  };
  const systems = [...new Set(given.samples.map(({ system }) => system))];
  const requested = typeof options.expectN === 'number' ? options.expectN : given.requested;
  if (requested !== undefined && requested < given.samples.length)
    throw new UserError(
      'too-many-samples',
      `${given.samples.length} samples are there, and only ${requested} were asked for (--expect-n). Correct one of the two.`,
    );
  const out = configuration.out ?? defaultOut(paths[0]);
  return conduct(context, {
    configuration,
    suites: given.tasks.length > 0 ? [{ id: given.format, hash: '', source: paths.join(', ') }] : [suiteFacts(suite)],
    tasks: tasksFor(given, suite.tasks, suite.id),
    systems: systems.map((id) => ({ id, model: id, method: `samples read as ${given.format}` })),
    plan: { samples: given.samples.map(plannedOf), seed: configuration.seed },
    ...(requested === undefined ? {} : { requested }),
    // Of judges alone: these answers are there already.
    spending: spendingOf(configuration, await spentIn(resolve(context.cwd, out))),
    out,
    extraOracles: importedOracleOf(given),
    obtain: async (planned) => find(planned).completion,
    prefixOf: (planned) => find(planned).prefix,
    retryErrors: options.retryErrors === true,
    json: options.json === true,
    confirmedUnconfined: options.iUnderstandThatGeneratedCodeRunsUnconfined === true,
  });
};
