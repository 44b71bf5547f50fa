import { resolve } from 'node:path';
import { type Completion, type Prompt, type SystemFacts, UserError } from '../core/index.ts';
import type { Suite } from '../datasets/dataset.ts';
import { direct } from '../methods/direct.ts';
import type { Method } from '../methods/method.ts';
import { reminder } from '../methods/reminder.ts';
import { type AdaptiveLimit, adaptiveLimit } from '../models/adaptive-limit.ts';
import { type Budget, budget } from '../models/budget.ts';
import type { Model } from '../models/model.ts';
import { parseModelId } from '../models/model-id.ts';
import { systemPorts } from '../models/ports.ts';
import type { RemoteOptions } from '../models/remote-options.ts';
import { scripted } from '../models/scripted.ts';
import { scriptedSystems } from '../models/scripted-systems.ts';
import { readRecordedAnswers } from '../pipeline/store/recorded-answers.ts';
import type { Configuration, SystemConfiguration } from '../schemas/configuration.ts';
import { named } from '../schemas/named.ts';

/** A model with the method on top of it, ready to be asked. */
export type System = {
  readonly facts: SystemFacts;
  complete(prompt: Prompt, index: number, signal: AbortSignal): Promise<Completion>;
};

export type SystemPorts = {
  readonly suite: Suite;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly spending: Spending;
};

export const methods: readonly Method[] = [direct(), reminder()];

const providers: Readonly<Record<string, { readonly keyName: string }>> = {
  openai: { keyName: 'OPENAI_API_KEY' },
  anthropic: { keyName: 'ANTHROPIC_API_KEY' },
};

const scriptedModel = (id: string, seed: number, suite: Suite): Model => {
  const system = named('scripted system', scriptedSystems, id);
  const tasks = new Map(suite.tasks.map((task) => [task.id, task]));
  return scripted({
    system: system.id,
    summary: system.summary,
    mixture: system.mixture,
    seed,
    witnesses: (taskId, language) => tasks.get(taskId)?.witnesses.filter((witness) => witness.language === language) ?? [],
  });
};

const replayedModel = async (id: string, folder: string, ports: SystemPorts): Promise<Model> => {
  const [path = folder, system] = folder.split('#');
  const { replay } = await import('../models/replay.ts');
  const record = await readRecordedAnswers(resolve(ports.cwd, path), system);
  return replay({ id, entries: record.answers, source: record.source });
};

/** What all models of a run share, those that answer and those that judge: the spending cap, and the limit of each server. */
export type Spending = { readonly limits: Map<string, AdaptiveLimit>; readonly budget: Budget | undefined; readonly most: number };

/** `spentUsd`: what earlier sessions of a resumed run have paid, in US dollars. */
export const spendingOf = (configuration: Pick<Configuration, 'max-cost' | 'concurrency'>, spentUsd: number): Spending => {
  const cap = configuration['max-cost'];
  return { limits: new Map(), budget: cap === undefined ? undefined : budget(cap, spentUsd), most: configuration.concurrency };
};

export type RemotePorts = Pick<SystemPorts, 'environment' | 'spending'>;
type RemoteConfiguration = Pick<SystemConfiguration, 'model' | 'base-url' | 'api-key-env' | 'api' | 'price'>;

/** A model behind a network. Throws a UserError where its key, package, price or address is missing. */
export const remoteModel = async (system: RemoteConfiguration, { environment, spending: remotes }: RemotePorts): Promise<Model> => {
  const { provider, model } = parseModelId(system.model);
  const known = providers[provider];
  const baseUrl = system['base-url'];
  if (known === undefined && baseUrl === undefined)
    throw new UserError(
      'unknown-provider',
      `Nobody here knows the provider ${JSON.stringify(provider)} of ${system.model}. Use scripted/…, replay/RUN, openai/…, anthropic/…, or give base-url for an OpenAI-compatible server.`,
    );
  const keyName = system['api-key-env'] ?? known?.keyName;
  const apiKey = keyName === undefined ? undefined : environment[keyName];
  if (system['api-key-env'] !== undefined && (apiKey ?? '') === '')
    throw new UserError('key-missing', `${system.model}: api-key-env names ${system['api-key-env']}, which is not set in the environment.`);
  const server = baseUrl ?? provider;
  const limit = remotes.limits.get(server) ?? adaptiveLimit({ start: Math.min(20, remotes.most), most: remotes.most, ports: systemPorts });
  remotes.limits.set(server, limit);
  const options: RemoteOptions = {
    id: system.model,
    model,
    limit,
    ports: systemPorts,
    ...(apiKey === undefined || apiKey === '' ? {} : { apiKey }),
    ...(keyName === undefined ? {} : { keyName }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(remotes.budget === undefined ? {} : { budget: remotes.budget }),
    ...(system.price === undefined ? {} : { price: { inputPerMillion: system.price.input, outputPerMillion: system.price.output } }),
  };
  if (provider === 'anthropic') return (await import('../models/anthropic.ts')).anthropic(options);
  return (await import('../models/openai-compatible.ts')).openaiCompatible({ ...options, speaks: system.api });
};

const modelOf = async (system: SystemConfiguration, configuration: Configuration, ports: SystemPorts): Promise<Model> => {
  const { provider, model } = parseModelId(system.model);
  if (provider === 'scripted') return scriptedModel(system.model, configuration.seed, ports.suite);
  if (provider === 'replay') return replayedModel(system.model, model, ports);
  return remoteModel(system, ports);
};

/** The systems of a configuration. Throws a UserError where a key, a package, a price or a name is missing: before money is spent. */
export const systemsOf = async (configuration: Configuration, ports: SystemPorts): Promise<readonly System[]> => {
  const systems: System[] = [];
  for (const system of configuration.systems ?? []) {
    const model = await modelOf(system, configuration, ports);
    const method = named('method', methods, system.method);
    const id = system.name ?? (method.id === 'direct' ? model.id : `${model.id}+${method.id}`);
    if (systems.some(({ facts }) => facts.id === id))
      throw new UserError('system-twice', `Two systems are called ${id}. Give one of them another name: in the configuration.`);
    systems.push({
      facts: { id, model: model.id, method: method.id, ...(model.note === undefined ? {} : { note: model.note }) },
      complete: (prompt, index, signal) => {
        const sampling = {
          index,
          temperature: system.temperature ?? configuration.temperature,
          maxTokens: system['max-tokens'] ?? configuration['max-tokens'],
          seed: configuration.seed + index,
          ...(system['top-p'] === undefined ? {} : { topP: system['top-p'] }),
        };
        return method.complete(prompt, model, sampling, signal);
      },
    });
  }
  return systems;
};
