import { isAbsolute, join, relative, resolve } from 'node:path';
import {
  calibrationByPeople,
  calibrationFrom,
  isAboutRun,
  type KnownSample,
  labelledFile,
  spendingOf,
  suiteOf,
  witnessesOf,
  writeCalibration,
} from '../../compose.ts';
import { type Calibration, type CweId, type SystemFacts, sampleId, UserError } from '../../core/index.ts';
import type { Suite } from '../../datasets/dataset.ts';
import { fusionRules } from '../../fusion/index.ts';
import { summariseCalibration } from '../../metrics/index.ts';
import { selectTasks } from '../../pipeline/plan.ts';
import { spentIn } from '../../pipeline/store/run-store.ts';
import { calibrationMarkdown, renderCalibration } from '../../report/index.ts';
import type { Configuration } from '../../schemas/configuration.ts';
import { calibrateFlags } from '../calibrate-flags.ts';
import type { Context, Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { givenFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { gather } from '../study.ts';

type Options = Readonly<Record<string, unknown>>;

/** The run folder in which the samples are examined: the same command resumes it, another suite has another one. */
const folderOf = (options: Options, suite: Suite, isLabelled: boolean): string =>
  options.run === undefined ? `runs/calibration-${isLabelled ? 'labels-' : ''}${suite.id}-${suite.hash.slice(0, 8)}` : String(options.run);

const systemsOf = (samples: readonly KnownSample[]): readonly SystemFacts[] =>
  [...new Set(samples.map(({ planned }) => planned.system))].sort().map((id) => ({ id, model: id, method: 'code of known truth' }));

type Known = { readonly samples: readonly KnownSample[]; readonly source: Calibration['source']; readonly suite: Suite };

/** Puts every oracle to every sample, in a run folder; undefined where it was interrupted. */
const examined = async (
  context: Context,
  options: Options,
  configuration: Configuration,
  known: Known,
): Promise<Calibration | undefined> => {
  const { samples, suite, source } = known;
  const folder = folderOf(options, suite, source === 'labels');
  const at = resolve(context.cwd, folder);
  const wanted = new Set(samples.map(({ planned }) => planned.taskId));
  const byId = new Map(samples.map((sample) => [sampleId(sample.planned), sample]));
  const suites = [{ id: suite.id, hash: suite.hash, source: suite.source }];
  const result = await gather(context, {
    configuration,
    suites,
    tasks: suite.tasks.filter(({ id }) => wanted.has(id)),
    systems: systemsOf(samples),
    plan: { samples: samples.map(({ planned }) => planned), seed: configuration.seed },
    spending: spendingOf(configuration, await spentIn(at)),
    out: folder,
    extraOracles: [],
    obtain: async (planned) => {
      const sample = byId.get(sampleId(planned));
      if (sample === undefined) throw new Error(`no known sample ${sampleId(planned)}`);
      return sample.completion;
    },
    prefixOf: () => '',
    retryErrors: options.retryErrors === true,
    json: false,
    confirmedUnconfined: options.iUnderstandThatGeneratedCodeRunsUnconfined === true,
  });
  if (result.stopped === 'interrupted') return undefined;
  return calibrationFrom(at, samples, { source, suites, at: new Date(context.clock()).toISOString() });
};

const knownSamples = async (context: Context, labels: string | undefined, configuration: Configuration): Promise<Known> => {
  const suite = await suiteOf(configuration.suite, context.cwd);
  const { tasks: taskIds, languages, limit, cwe } = configuration;
  const cwes = cwe?.map((id): CweId => `CWE-${Number(id.slice(4))}`);
  const tasks = selectTasks({
    tasks: suite.tasks,
    ...(taskIds === undefined ? {} : { taskIds }),
    ...(languages === undefined ? {} : { languages }),
    ...(limit === undefined ? {} : { limit }),
    ...(cwes === undefined ? {} : { cwes }),
  });
  if (labels !== undefined) return { samples: await labelledFile(labels, tasks), source: 'labels', suite };
  const { samples, apart } = witnessesOf(tasks, languages);
  if (samples.length === 0)
    throw new UserError(
      'no-witnesses',
      `No witness of ${suite.id} is left after --tasks, --cwe, --languages and --limit. \`fathom tasks list\` shows what there is.`,
    );
  if (apart > 0)
    context.console.note(
      `fathom: ${apart} witnesses that do not work (stub, overblocking, faulty) are left out: they would teach oracles to acquit what does nothing.`,
    );
  return { samples, source: 'witnesses', suite };
};

const byPeople = async (context: Context, labels: string): Promise<Calibration> => {
  const { calibration, divided, strangers } = await calibrationByPeople(labels, new Date(context.clock()).toISOString());
  if (divided > 0) context.console.note(`fathom: ${divided} samples are left out: people are evenly divided on them.`);
  if (strangers > 0)
    context.console.note(`fathom: ${strangers} labels are left out: their samples hold no code, or are not in the run beside ${labels}.`);
  return calibration;
};

const show = (context: Context, options: Options, calibration: Calibration, configuration: Configuration): void => {
  const summary = summariseCalibration(calibration, fusionRules, { level: configuration['confidence-level'], seed: configuration.seed });
  const { width } = context.console;
  if (options.json === true) context.console.out(JSON.stringify(summary, undefined, 2));
  else if (options.markdown === true) context.console.out(calibrationMarkdown({ summary }).trimEnd());
  else context.console.out(renderCalibration({ calibration, summary, byCwe: options.byCwe === true, width }));
};

/** `fathom calibrate`: every oracle over samples of known truth → accuracy, for the next run. */
export const calibrate: Run = async (context, { options }) => {
  const configuration = await readConfiguration(undefined, givenFlags(options, calibrateFlags));
  const labels = options.labels === undefined ? undefined : resolve(context.cwd, String(options.labels));
  let calibration: Calibration | undefined;
  if (labels !== undefined && (await isAboutRun(labels))) calibration = await byPeople(context, labels);
  else calibration = await examined(context, options, configuration, await knownSamples(context, labels, configuration));
  if (calibration === undefined) return exitCodes.interrupted;
  const shown = options.out === undefined ? 'calibration.json' : String(options.out);
  await writeCalibration(isAbsolute(shown) ? shown : join(context.cwd, shown), calibration);
  show(context, options, calibration, configuration);
  context.console.note(
    `fathom: ${relative(context.cwd, resolve(context.cwd, shown))} holds ${calibration.samples.length} samples. Use it: fathom run … --fusion weighted --calibration ${shown}`,
  );
  return exitCodes.fine;
};
