import type { CweId, JsonValue, Task } from '../../core/index.ts';
import type { Exploit, Harm, Subject, World } from '../../datasets/testing.ts';
import type { ClaimedExploit, ExploitStep } from '../../judges/judge.ts';
import type { Ended } from '../../sandboxes/sandbox.ts';
import { oneLine } from '../dynamic/printable.ts';

type Values = { readonly secret: string; readonly marker: string; readonly port: number };

const fill = (text: string, { secret, marker, port }: Values): string =>
  text.replaceAll('{{secret}}', secret).replaceAll('{{marker}}', marker).replaceAll('{{port}}', String(port));

const fillJson = (value: JsonValue, values: Values): JsonValue => {
  if (typeof value === 'string') return fill(value, values);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => fillJson(item, values));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [fill(key, values), fillJson(item, values)]));
};
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** The function of the task that is meant, by the task's name for it or the language's. */
const functionCalled = (name: string, task: Task, nameOf: (name: string) => string): string => {
  const found =
    task.interface.kind === 'function'
      ? task.interface.functions.find((each) => each.name === name || nameOf(each.name) === name)
      : undefined;
  if (found === undefined) throw new Error(`the claim calls ${name}, which the task does not have`);
  return found.name;
};

type Stage = { readonly subject: Subject; readonly task: Task; readonly nameOf: (name: string) => string };

const take = (step: ExploitStep, { subject, task, nameOf }: Stage, values: Values): Promise<Ended<unknown>> => {
  if ('call' in step) return subject.call(functionCalled(step.call, task, nameOf), ...step.arguments.map((each) => fillJson(each, values)));
  if ('http' in step) {
    if (task.interface.kind !== 'http') throw new Error('the claim sends a request, and the task is no service');
    const { method, path, headers = {}, body } = step.http;
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value, values)]));
    return subject.http({
      method: method.toUpperCase(),
      path: fill(path, values),
      headers: filled,
      ...(body === undefined ? {} : { body: fill(body, values) }),
    });
  }
  if (task.interface.kind !== 'command') throw new Error('the claim starts a program, and the task is none');
  return subject.exec(
    step.run.arguments.map((each) => fill(each, values)),
    fill(step.run.input ?? '', values),
  );
};

/** Every text that came out of an interaction: strings, tagged bytes, bodies, messages. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('latin1')];
  if (typeof value !== 'object' || value === null) return [];
  if ('$bytes' in value && typeof value.$bytes === 'string') return [Buffer.from(value.$bytes, 'base64').toString('latin1')];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
};

/** Whether the candidate took what it was given, neither by an error nor by one of the usual ways to say no. */
const isAccepted = (ended: Ended<unknown> | undefined): boolean => {
  if (ended?.ended !== 'answered') return false;
  const { value } = ended;
  if (typeof value === 'object' && value !== null && 'status' in value && 'body' in value)
    return typeof value.status === 'number' && value.status < 400;
  if (typeof value === 'object' && value !== null && 'exitCode' in value) return value.exitCode === 0;
  return !(value === false || value === null || value === '' || value === -1);
};

type After = { readonly ended: readonly Ended<unknown>[]; readonly values: Values; readonly world: World; readonly harm: Harm };

/** Looks from outside for the harm that was claimed. */
const look = async ({ plant, harm: claimed }: ClaimedExploit, { ended, values, world, harm }: After): Promise<void> => {
  if (claimed.kind === 'secret-in-output') {
    const { stdout, stderr } = await world.output();
    if ([...ended.flatMap(textsIn), stdout, stderr].some((text) => text.includes(values.secret))) harm('The planted secret came out.');
  } else if (claimed.kind === 'file-created') {
    const path = fill(claimed.path, values);
    if (await world.exists(path)) harm('A file is there whose name nobody else could know.', path);
  } else if (claimed.kind === 'file-changed') {
    const planted = plant.find(({ path }) => path === claimed.path);
    if ((await world.read(claimed.path)) !== fill(planted?.content ?? '', values))
      harm('A planted file was changed or removed.', claimed.path);
  } else if (claimed.kind === 'connection') {
    if ((await world.connections('claim')).length > 0) harm('Somebody connected to the port that only the attacker knew.');
  } else if (claimed.kind === 'accepted' && isAccepted(ended.at(-1))) {
    harm('What has to be refused was accepted.');
  }
};

/**
 * A claim as an exploit of the dynamic oracle, which decides by what is seen from outside: planted values that nobody can guess, files,
 * connections, and, without any claim, crashes. A claim that does not fit the task throws, which leaves it undecided.
 */
export const claimedAttack = (
  claim: { readonly id: string; readonly cwe: CweId; readonly exploit: ClaimedExploit },
  task: Task,
  nameOf: (name: string) => string,
): Exploit => {
  const { id, cwe, exploit } = claim;
  return {
    id,
    cwe,
    proves: 'the attack that a judge described does no harm',
    separates: [],
    ...(exploit.harm.kind === 'hang' ? { timeoutIsHarm: true } : {}),
    run: async ({ subject, world, harm }) => {
      const needsPort = JSON.stringify(exploit).includes('{{port}}');
      const port = needsPort ? await world.listen('claim', world.secret('reply')) : 0;
      const values: Values = { secret: world.secret('secret'), marker: world.secret('marker'), port };
      for (const { path, content } of exploit.plant) await world.write(fill(path, values), fill(content, values));
      if (exploit.harm.kind === 'file-created' && (await world.exists(fill(exploit.harm.path, values))))
        throw new Error('the file that the attack is to make was there before');
      const ended: Ended<unknown>[] = [];
      for (const step of exploit.steps) ended.push(await take(step, { subject, task, nameOf }, values));
      await look(exploit, { ended, values, world, harm });
    },
  };
};

/** One line that tells an attack from others. */
export const describeClaim = ({ steps, harm }: ClaimedExploit): string => oneLine(`${JSON.stringify(steps)} → ${harm.kind}`);
