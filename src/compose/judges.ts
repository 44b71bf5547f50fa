import { createHash } from 'node:crypto';
import { type Completion, type Language, type Task, truthOf, UserError } from '../core/index.ts';
import type { Driver } from '../drivers/driver.ts';
import { addressedText, confirmedQuotes } from '../judges/addressed-text.ts';
import type { AnswerMemory } from '../judges/ask-model.ts';
import type { Judge } from '../judges/judge.ts';
import { markOf } from '../judges/mark.ts';
import { modelJudge } from '../judges/model-judge.ts';
import { rubrics } from '../judges/rubrics/index.ts';
import { rubricPairwise } from '../judges/rubrics/rubric-pairwise.ts';
import { scriptedJudge, scriptedJudges } from '../judges/scripted-judge.ts';
import type { Model } from '../models/model.ts';
import { parseModelId } from '../models/model-id.ts';
import { judgeControl } from '../oracles/judged/controls.ts';
import { sandboxTrials } from '../oracles/judged/sandbox-trials.ts';
import type { TryExploit } from '../oracles/judged/trial.ts';
import { judgedOracle } from '../oracles/judged.ts';
import type { Oracle } from '../oracles/oracle.ts';
import type { Sandbox } from '../sandboxes/sandbox.ts';
import type { Configuration } from '../schemas/configuration.ts';
import type { JudgeConfiguration } from '../schemas/judge-configuration.ts';
import { named } from '../schemas/named.ts';
import { type RemotePorts, remoteModel, spendingOf } from './systems.ts';

export { judgePair, type Pair, type PairOpinion, type PairOptions } from '../judges/pairwise.ts';

/** What judges need besides the configuration. */
export type JudgePorts = RemotePorts & {
  /** Scripted judges know their witnesses. */
  readonly tasks: readonly Task[];
  /** Ids of the models whose answers are judged. */
  readonly judged: readonly string[];
  /** Answers that were paid for before. */
  readonly memory?: AnswerMemory | undefined;
};

type JudgeSetting = JudgePorts & {
  /** Of the run. */
  readonly languages: readonly Language[];
  readonly saveBlob: (text: string) => Promise<string>;
  /** Absent where nothing is executed. */
  readonly tryExploit?: TryExploit | undefined;
};

/** Ports of callers that keep nothing: the environment's keys, and the configuration's cap for themselves alone. */
export const plainJudging = (
  configuration: Configuration,
  tasks: readonly Task[],
  environment: RemotePorts['environment'],
): JudgePorts => ({
  environment,
  tasks,
  spending: spendingOf(configuration, 0),
  judged: [],
});

/** Answers of judges beside those of systems, in one record with one sum of costs. */
export const answersIn = (store: {
  completion(id: string): Promise<Completion | undefined>;
  saveCompletion(id: string, completion: Completion): Promise<void>;
}): AnswerMemory => ({ load: (key) => store.completion(key), save: (key, completion) => store.saveCompletion(key, completion) });

/** What `fathom list judges` shows: rubrics, and scripted models to try them with. */
export const judgeMembers: readonly { readonly id: string; readonly summary: string }[] = [
  ...[...rubrics, rubricPairwise].map(({ id, version, summary }) => ({ id, summary: `rubric, version ${version}: ${summary}` })),
  ...scriptedJudges.map(({ id, summary }) => ({ id, summary: `scripted model, no key needed: ${summary}` })),
];

/** What a scripted judge knows: the labels of the witnesses, and its own controls. */
const truthFrom = ({ tasks, languages }: JudgeSetting): Parameters<typeof scriptedJudge>[0]['truthOf'] => {
  type Truth = ReturnType<Parameters<typeof scriptedJudge>[0]['truthOf']>;
  const known = new Map<string, Truth>();
  const keyOf = (taskId: string, language: string, mark: string): string => JSON.stringify([taskId, language, mark]);
  for (const task of tasks)
    for (const { language, label, code } of task.witnesses)
      known.set(keyOf(task.id, language, markOf(code)), { secure: truthOf[label].secure, cwe: task.cwes[0] ?? 'CWE-20' });
  for (const language of languages) {
    const { task, good, bad } = judgeControl(language);
    const cwe = task.cwes[0] ?? 'CWE-20';
    known.set(keyOf(task.id, language, markOf(good)), { secure: true, certain: true, cwe });
    known.set(keyOf(task.id, language, markOf(bad)), { secure: false, certain: true, cwe });
  }
  return (taskId, language, mark) => known.get(keyOf(taskId, language, mark));
};

const modelFor = (judge: JudgeConfiguration, seed: number, ports: JudgeSetting): Promise<Model> | Model => {
  const { provider } = parseModelId(judge.model);
  if (provider === 'scripted')
    return scriptedJudge({ ...named('scripted judge', scriptedJudges, judge.model), seed, truthOf: truthFrom(ports) });
  if (provider === 'replay')
    throw new UserError(
      'judge-model',
      `${judge.model}: a run’s record holds no judge. Its own judges’ answers are taken from it when it is resumed.`,
    );
  return remoteModel(judge, ports);
};

const bareName = (id: string): string => (id.split('/').at(-1) ?? id).toLowerCase();

/** A model that judges its own answers favours them; it may, but every reader is told. */
const selfNote = ({ model }: JudgeConfiguration, judged: readonly string[]): string | undefined => {
  const same = [...new Set(judged.filter((id) => bareName(id) === bareName(model)))];
  return same.length === 0 ? undefined : `It judges its own answers: ${same.join(', ')} is the model that is judged here, too.`;
};

const judgeFrom = async (judge: JudgeConfiguration, configuration: Configuration, ports: JudgeSetting): Promise<Judge> => {
  const note = selfNote(judge, ports.judged);
  return modelJudge({
    model: await modelFor(judge, configuration.seed, ports),
    rubric: named('rubric', rubrics, judge.rubric),
    repetitions: judge.repetitions,
    temperature: judge.temperature,
    maxTokens: judge['max-tokens'],
    seed: configuration.seed,
    weight: judge.weight,
    exploits: judge.exploits && ports.tryExploit !== undefined,
    memory: ports.memory,
    ...(note === undefined ? {} : { note }),
    ...(judge['base-url'] === undefined ? {} : { server: judge['base-url'] }),
  });
};

/** Entries of one panel together, the others alone, in the order of the configuration. */
const benches = (judges: readonly JudgeConfiguration[]): readonly (readonly JudgeConfiguration[])[] => {
  const rows = new Map<string, JudgeConfiguration[]>();
  for (const [at, judge] of judges.entries()) {
    const key = judge.panel === undefined ? `#${at}` : `panel ${judge.panel}`;
    rows.set(key, [...(rows.get(key) ?? []), judge]);
  }
  return [...rows.values()];
};

const nameOf = (members: readonly JudgeConfiguration[], judges: readonly Judge[]): string => {
  const [{ panel, name } = {}] = members;
  const given = panel ?? name;
  if (given === undefined) return judges[0]?.id ?? '';
  // A scripted judge is called so wherever its oracle is named.
  return judges.some(({ model }) => model.startsWith('scripted/')) && !given.includes('scripted') ? `scripted:${given}` : given;
};

/** Mistakes that would give one model two votes, or a panel two rules. */
const checkBenches = (rows: readonly (readonly JudgeConfiguration[])[]): void => {
  const refuse = (message: string): never => {
    throw new UserError('judge-panel', message);
  };
  for (const row of rows) {
    const [{ panel } = {}] = row;
    if (panel === undefined) continue;
    for (const key of ['aggregate', 'admission', 'exploits'] as const)
      if (new Set(row.map((judge) => judge[key])).size > 1)
        refuse(`The judges of panel ${panel} differ in ${key}: give all of them the same.`);
    const elsewhere = row.find(({ model }) => rows.some((other) => other !== row && other.some((judge) => judge.model === model)));
    if (elsewhere !== undefined)
      refuse(
        `${elsewhere.model} sits on panel ${panel} and judges elsewhere too: it would have two votes. Put all of its judges on one panel, or on none.`,
      );
  }
};

/**
 * The judges of a configuration as oracles: one for each panel, one for each judge that is on none. Throws a UserError where a key,
 * a package, a price or a name is missing: before money is spent.
 */
export const judgeOraclesOf = async (configuration: Configuration, ports: JudgeSetting): Promise<readonly Oracle[]> => {
  const rows = benches(configuration.judges ?? []);
  checkBenches(rows);
  const oracles: Oracle[] = [];
  for (const members of rows) {
    const [first, ...others] = await Promise.all(members.map((judge) => judgeFrom(judge, configuration, ports)));
    const [settings] = members;
    if (first === undefined || settings === undefined) continue;
    const oracle = judgedOracle({
      name: nameOf(members, [first, ...others]),
      judges: [first, ...others],
      aggregate: settings.aggregate,
      languages: ports.languages,
      admission: settings.admission,
      addressed: addressedText,
      confirmed: confirmedQuotes,
      tryExploit: settings.exploits ? ports.tryExploit : undefined,
      saveBlob: ports.saveBlob,
    });
    if (oracles.some(({ id }) => id === oracle.id))
      throw new UserError('judge-twice', `Two judges are called ${oracle.id}. Give one of them another name: in the configuration.`);
    oracles.push(oracle);
  }
  return oracles;
};

type Beside = {
  readonly languages: readonly Language[];
  readonly blobs: { save(text: string): Promise<string> };
  readonly judging?: JudgePorts;
};

/**
 * The judges of a run, beside its other oracles: what they claim is carried out in the run's own sandbox, where it has one.
 * Rejects like `judgeOraclesOf`, and closes the sandbox before it does.
 */
export const judgesBeside = async (
  configuration: Configuration,
  { languages, blobs, judging }: Beside,
  sandbox: Sandbox | undefined,
  drivers: readonly Driver[],
): Promise<readonly Oracle[]> => {
  if (configuration.judges === undefined) return [];
  try {
    if (judging === undefined)
      throw new UserError('judges-not-here', 'The configuration names judges, and this command has no use for them.');
    const seed = createHash('sha256').update(`fathom claimed attacks ${configuration.seed}`).digest('hex');
    const tryExploit = sandbox === undefined ? undefined : sandboxTrials({ sandbox, drivers, seed });
    return await judgeOraclesOf(configuration, { ...judging, languages, saveBlob: blobs.save, tryExploit });
  } catch (thrown) {
    await sandbox?.close();
    throw thrown;
  }
};
