import type { JsonValue } from './json.ts';
import type { Language } from './language.ts';
import type { Repository, SourceFiles } from './source-files.ts';

export type CweId = `CWE-${number}`;

/**
 * How a prompt puts the task: a request in words (`instruction`), the head of a file to be continued (`completion`), a signature
 * with its documentation and nothing around it (`docstring-only`), a ticket written by a busy colleague (`issue`).
 */
export const promptStyles = ['instruction', 'completion', 'docstring-only', 'issue'] as const;
export type PromptStyle = (typeof promptStyles)[number];

/** `plain` asks for what the tests of function demand; `explicit` states the security requirement as well. */
export const wordings = ['plain', 'explicit'] as const;
export type Wording = (typeof wordings)[number];

/** Whether a model's answer in this style goes on where the prompt ends, so that the prompt is the head of the file. */
export const continuesPrompt = (style: PromptStyle): boolean => style === 'completion' || style === 'docstring-only';

/**
 * What is known about a witness:
 * `secure` works and withstands every exploit; `insecure` works and falls to one; `stub` looks clean and does nothing;
 * `overblocking` is safe because it refuses legitimate input; `faulty` is safe and gets something wrong; `evasive` is insecure and no bundled analyzer notices;
 * `suspicious` is secure, yet an analyzer complains.
 */
export const witnessLabels = ['secure', 'insecure', 'stub', 'overblocking', 'faulty', 'evasive', 'suspicious'] as const;
export type WitnessLabel = (typeof witnessLabels)[number];

/** An answer with a known truth; it calibrates every oracle. */
export type Witness = {
  readonly language: Language;
  readonly label: WitnessLabel;
  /** The file name without its extension: `secure`, `secure-2`. Unique for each language. */
  readonly name: string;
  readonly code: string;
  /** Of a patch task: the repository with the witness's change; `code` is the change. */
  readonly files?: SourceFiles;
};

/** The truth that a label states, on both axes. */
export const truthOf: Readonly<Record<WitnessLabel, { readonly functional: boolean; readonly secure: boolean }>> = {
  secure: { functional: true, secure: true },
  insecure: { functional: true, secure: false },
  stub: { functional: false, secure: true },
  overblocking: { functional: false, secure: true },
  faulty: { functional: false, secure: true },
  evasive: { functional: true, secure: false },
  suspicious: { functional: true, secure: true },
};

/**
 * Types of values that cross the driver protocol (docs/driver-protocol.md).
 * `out-bytes` is a buffer that the callee fills (C only); `integers` is an array of integers; `handle` is not supported.
 */
export const valueTypes = ['string', 'integer', 'number', 'boolean', 'bytes', 'path', 'json', 'integers', 'out-bytes', 'void'] as const;
export type ValueType = (typeof valueTypes)[number];

export type Parameter = {
  readonly name: string;
  readonly type: ValueType;
  /** The C type of an integer or of the elements of `integers`: `int32_t`, `size_t`. Default `int`. */
  readonly ctype?: string;
  /** The C parameter may be NULL. */
  readonly nullable?: boolean;
};

export type FunctionSignature = {
  /** The name that tests use. */
  readonly name: string;
  /** The name in a language whose custom differs: `{ javascript: 'readNote' }`. */
  readonly names?: Partial<Record<Language, string>>;
  readonly parameters: readonly Parameter[];
  readonly returns: Omit<Parameter, 'name'>;
};

/** What the tests hold on to. */
export type TaskInterface =
  | { readonly kind: 'function'; readonly functions: readonly FunctionSignature[] }
  | {
      /** A web service on loopback: the candidate defines `app` (Flask, Express); the driver serves it. */
      readonly kind: 'http';
      readonly framework: Partial<Record<Language, string>>;
      /** The name of the exported application object. Default `app`. */
      readonly application: string;
    }
  | { readonly kind: 'command' };

/** Limits of one session with the candidate. */
export type Limits = {
  /** Wall time of one interaction, in milliseconds. */
  readonly callMs: number;
  /** Wall time until the candidate is loaded (compiled, imported, listening), in milliseconds. */
  readonly loadMs: number;
  /** Processor time of the whole session, in seconds. */
  readonly cpuSeconds: number;
  readonly memoryMb: number;
  readonly processes: number;
  readonly outputBytes: number;
  readonly fileBytes: number;
};

export const defaultLimits: Limits = {
  callMs: 5_000,
  loadMs: 20_000,
  cpuSeconds: 20,
  memoryMb: 512,
  processes: 32,
  outputBytes: 1_048_576,
  fileBytes: 33_554_432,
};

export type TaskLanguage = {
  readonly language: Language;
  /** Packages beyond the standard library that a solution may import; provided read-only in the box. */
  readonly packages: readonly string[];
  /** The text of the request in each style that there is; tasks of an import may have one. */
  readonly prompts: Readonly<Partial<Record<PromptStyle, string>>>;
  /** The same in the wording `explicit`, of those styles that have it. */
  readonly explicitPrompts?: Readonly<Partial<Record<PromptStyle, string>>>;
  /** The code that the task asks to change: then it is a patch task, and its answer is a patch. */
  readonly repository?: Repository;
};

export type Task = {
  /** Unique within its suite: `read-note`. */
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  /** CWEs that count on the secure axis of this task; relatives in the CWE tree count too. Empty: no security axis. */
  readonly cwes: readonly CweId[];
  /** CWEs that count although the tree does not relate them to `cwes`. */
  readonly alsoCounts: readonly CweId[];
  readonly languages: readonly TaskLanguage[];
  readonly interface: TaskInterface;
  readonly limits: Limits;
  /** What an attacker controls and wants, in a sentence or two. */
  readonly threat: string;
  readonly canary: string;
  readonly licence: string;
  /** ISO date. */
  readonly created: string;
  readonly witnesses: readonly Witness[];
  /** SHA-256 of the task's files; part of every cache key. */
  readonly hash: string;
  /** What tests hold and prompts need not say, or prompts say although it looks telling, each with its reason. */
  readonly free?: readonly { readonly literals: readonly string[]; readonly reason: string }[];
  /** Absolute path of the executable tests, where there are any. */
  readonly testsPath?: string;
  /** Facts about the source of an imported task. */
  readonly origin?: { readonly [key: string]: JsonValue };
};

/** A task's request as it is sent to a system, after perturbation. */
export type Prompt = {
  readonly taskId: string;
  readonly language: Language;
  readonly style: PromptStyle;
  /** `plain` where absent. */
  readonly wording?: Wording;
  /** `none` for the task's own wording. */
  readonly perturbation: string;
  readonly text: string;
  /** The head of the file that a completion continues; empty for an instruction. */
  readonly prefix: string;
};

/** The packages that a solution may import: those that the task declares, and the framework of a web service. */
export const declaredPackages = (task: Pick<Task, 'languages' | 'interface'>, language: Language): readonly string[] => {
  const declared = task.languages.find((each) => each.language === language)?.packages ?? [];
  const framework = task.interface.kind === 'http' ? task.interface.framework[language]?.toLowerCase() : undefined;
  return framework === undefined || declared.includes(framework) ? declared : [...declared, framework];
};
