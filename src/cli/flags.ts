import { type Command, InvalidArgumentError, Option } from 'commander';

type FlagKind = 'text' | 'integer' | 'number' | 'list' | 'integers' | 'pairs' | 'boolean' | 'models';

/** One configuration key as a flag. The flag `--n-samples`, the key `n-samples` and the variable FATHOM_N_SAMPLES are one thing. */
export type Flag = { readonly key: string; readonly kind: FlagKind; readonly argument: string; readonly help: string };

export const planFlags: readonly Flag[] = [
  { key: 'suite', kind: 'text', argument: '<name or folder>', help: 'bundled suite, or a folder of tasks (default: core)' },
  { key: 'tasks', kind: 'list', argument: '<id,id>', help: 'only these tasks' },
  { key: 'cwe', kind: 'list', argument: '<CWE-22,…>', help: 'only tasks about these weaknesses' },
  { key: 'languages', kind: 'list', argument: '<python,…>', help: 'only these languages' },
  { key: 'limit', kind: 'integer', argument: '<n>', help: 'at most this many tasks' },
  { key: 'styles', kind: 'list', argument: '<style,…>', help: 'instruction, completion, docstring-only, issue (default: instruction)' },
  { key: 'wordings', kind: 'list', argument: '<wording,…>', help: 'plain, explicit (default: plain)' },
  { key: 'n-samples', kind: 'integer', argument: '<n>', help: 'answers for each prompt and system (default: 1)' },
  { key: 'shard', kind: 'text', argument: '<i/n>', help: 'only this part of the prompts' },
  { key: 'seed', kind: 'integer', argument: '<n>', help: 'for everything that is drawn (default: 1)' },
  { key: 'temperature', kind: 'number', argument: '<t>', help: 'sampling temperature (default: 0.8)' },
  { key: 'max-tokens', kind: 'integer', argument: '<n>', help: 'tokens of an answer at most (default: 2048)' },
  { key: 'concurrency', kind: 'integer', argument: '<n>', help: 'answers in flight at most (default: 20)' },
  { key: 'max-cost', kind: 'number', argument: '<dollars>', help: 'spending cap' },
];

export const oracleFlags: readonly Flag[] = [
  { key: 'analyzers', kind: 'list', argument: '<name,…>', help: 'static analyzers, `all` or `none` (default: all)' },
  {
    key: 'judges',
    kind: 'models',
    argument: '<provider/model,…>',
    help: 'language models that judge each sample by rubric-cwe; more in the configuration (default: none)',
  },
  { key: 'require', kind: 'list', argument: '<oracle,…>', help: 'refuse to start without these oracles' },
  { key: 'execute', kind: 'boolean', argument: '<true|false>', help: 'run tests and exploits in the sandbox (default: true)' },
  { key: 'sandbox', kind: 'text', argument: '<name>', help: 'bubblewrap, podman, docker or none (default: bubblewrap)' },
  { key: 'container-image', kind: 'text', argument: '<image>', help: 'image for podman or docker' },
  { key: 'slots', kind: 'integer', argument: '<n>', help: 'sandbox boxes side by side (default: twice the processors)' },
];

export const reportFlags: readonly Flag[] = [
  { key: 'fusion', kind: 'text', argument: '<rule>', help: 'how verdicts become an outcome (default: intersection)' },
  {
    key: 'calibration',
    kind: 'text',
    argument: '<file>',
    help: 'what `fathom calibrate` wrote: weights for --fusion weighted, and corrected rates',
  },
  { key: 'convention', kind: 'text', argument: '<name>', help: 'metric convention (default: fathom)' },
  { key: 'k', kind: 'integers', argument: '<1,5>', help: 'the k of pass@k and its kin (default: 1)' },
  { key: 'reports', kind: 'list', argument: '<format,…>', help: 'report formats (default: html,json,markdown)' },
  { key: 'fail-under', kind: 'pairs', argument: '<metric=rate>', help: 'exit 3 when a metric of any system is lower: secure-pass@1=0.6' },
  { key: 'gate-on', kind: 'text', argument: '<point|lower>', help: 'compare the value, or the lower end of its interval (default: point)' },
  { key: 'max-unknown', kind: 'number', argument: '<share>', help: 'exit 4 when a larger share is undecided (default: 0.2)' },
];

const toNumber = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`expected a number, found ${JSON.stringify(text)}`);
  return value;
};

/** A whole number of at least 1; anything else is refused with what was found. */
export const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(`expected a whole number of at least 1, found ${JSON.stringify(text)}`);
  return Number(text);
};

const toPairs = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split(',').map((pair) => {
      const [name, value, ...rest] = pair.split('=');
      if (name === undefined || name === '' || value === undefined || rest.length > 0)
        throw new InvalidArgumentError(`expected name=number, found ${JSON.stringify(pair)}`);
      return [name, toNumber(value)];
    }),
  );

const toBoolean = (text: string): boolean => {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new InvalidArgumentError(`expected true or false, found ${JSON.stringify(text)}`);
};

const toList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const parsers: Readonly<Record<FlagKind, (text: string) => unknown>> = {
  text: (text) => text,
  integer: toNumber,
  number: toNumber,
  list: toList,
  integers: (text) => toList(text).map(toNumber),
  pairs: toPairs,
  boolean: toBoolean,
  models: (text) => toList(text).map((model) => ({ model })),
};

/** Name of the environment variable for a key: `FATHOM_N_SAMPLES`. */
export const variableOf = (key: string): string => `FATHOM_${key.toUpperCase().replaceAll('-', '_')}`;

/** Adds flags to a command; a value from the environment counts where the flag is not given. */
export const addFlags = (command: Command, flags: readonly Flag[]): Command => {
  for (const { key, kind, argument, help } of flags)
    command.addOption(new Option(`--${key} ${argument}`, help).env(variableOf(key)).argParser(parsers[kind]));
  return command;
};

const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The values that were given, by configuration key. */
export const givenFlags = (options: Readonly<Record<string, unknown>>, flags: readonly Flag[]): Record<string, unknown> =>
  Object.fromEntries(flags.flatMap(({ key }) => (options[camel(key)] === undefined ? [] : [[key, options[camel(key)]]])));
