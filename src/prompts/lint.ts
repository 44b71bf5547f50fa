import { type Language, type PromptStyle, promptStyles, type Task, type TaskLanguage, type Wording } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from '../signatures/index.ts';
import type { Demand } from './demand.ts';
import { flowing, numbersIn } from './plain-text.ts';
import { tellingWords } from './telling.ts';

/** What is wrong with one prompt of a task. */
export type PromptProblem = {
  readonly language: Language;
  readonly style: PromptStyle;
  readonly wording: Wording;
  /** `missing`: the tests rely on it and the prompt does not say it; `telling`: it gives the weakness or its defence away. */
  readonly rule: 'missing' | 'telling';
  readonly literal: string;
  /** What was expected, and what to do. */
  readonly message: string;
};

type Prompt = {
  readonly language: Language;
  readonly style: PromptStyle;
  readonly wording: Wording;
  readonly text: string;
  /** The text without the files that it shows. */
  readonly words: string;
};

/** Files of a patch task's repository stand in its prompts as they are: their words are not the prompt's. */
const withoutFiles = (text: string, repository: TaskLanguage['repository']): string =>
  Object.values(repository?.files ?? {}).reduce((rest, content) => (content === '' ? rest : rest.replace(content, () => '')), text);

const promptsOf = ({ language, prompts, explicitPrompts, repository }: TaskLanguage): readonly Prompt[] =>
  promptStyles.flatMap((style) => {
    const texts = { plain: prompts[style], explicit: explicitPrompts?.[style] };
    return (['plain', 'explicit'] as const).flatMap((wording) => {
      const text = texts[wording];
      return text === undefined || text === ''
        ? []
        : [{ language, style, wording, text: flowing(text), words: flowing(withoutFiles(text, repository)) }];
    });
  });

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const hasWord = (text: string, word: string, flags = ''): boolean => new RegExp(`(?<![\\w$])${escaped(word)}(?![\\w$])`, flags).test(text);

/** The names that cookies and their like go by in a sentence. */
const headerWords: Readonly<Record<string, string>> = { 'set-cookie': 'cookie' };

/** A file and the folders that hold it, `/work` aside: a prompt that names the folder has said enough. */
const foldersOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(1);
  return parts.slice(1).map((_, index) => `/${parts.slice(0, index + 2).join('/')}`);
};

const says = (text: string, { kind, literal }: Demand): boolean => {
  switch (kind) {
    case 'field':
    case 'status':
      return hasWord(text, literal);
    case 'header':
      return hasWord(text, headerWords[literal.toLowerCase()] ?? literal, 'i');
    case 'code':
      return hasWord(text.replaceAll('−', '-'), literal) || hasWord(text, `minus ${literal.slice(1)}`);
    case 'size':
      return /\bany (?:length|size|bytes|text|number)\b/i.test(text) || numbersIn(text).some((number) => number >= Number(literal));
    case 'file':
      return foldersOf(literal).some((path) => text.includes(path));
    default:
      return text.includes(literal);
  }
};

const expectations: Readonly<Record<Demand['kind'], (literal: string) => string>> = {
  route: (literal) => `the route ${literal}`,
  field: (literal) => `the field "${literal}"`,
  header: (literal) => `the header ${literal}`,
  status: (literal) => `the status ${literal}`,
  file: (literal) => `the file ${literal}`,
  text: (literal) => `the text "${literal}"`,
  code: (literal) => `the result ${literal}`,
  size: (literal) => `a limit of at least ${literal}`,
};

type Exempt = (literal: string) => boolean;

const missing = (prompt: Prompt, literal: string, message: string): PromptProblem => {
  const { language, style, wording } = prompt;
  return { language, style, wording, rule: 'missing', literal, message };
};

/** Each function by its exact name, with its parameters in order wherever it is declared or called. */
const functionProblems = (task: Task, prompt: Prompt): readonly PromptProblem[] => {
  if (task.interface.kind === 'http') {
    // In Java and Go the application is a function with a name of its own, which the frameworks' texts state.
    const { application } = task.interface;
    const isNamed = prompt.language === 'java' || prompt.language === 'go' || hasWord(prompt.text, application);
    return isNamed ? [] : [missing(prompt, application, `expected the application's name ${application}. Name it in the prompt.`)];
  }
  if (task.interface.kind !== 'function') return [];
  return task.interface.functions.flatMap((signature): readonly PromptProblem[] => {
    const name = functionNameIn(prompt.language, signature);
    if (!hasWord(prompt.text, name)) return [missing(prompt, name, `expected the function ${name}. Name it in the prompt.`)];
    const lists = [...prompt.text.matchAll(new RegExp(`(?<![\\w$])${escaped(name)}\\s*\\(([^)]*)\\)`, 'g'))].map(([, list = '']) => list);
    const order = signature.parameters.map((each) => parameterNameIn(prompt.language, each));
    const inOrder = new RegExp(order.map((each) => `(?<![\\w$])${escaped(each)}(?![\\w$])`).join('.*'));
    if (lists.some((list) => inOrder.test(list))) return [];
    const call = `${name}(${order.join(', ')})`;
    return [missing(prompt, call, `expected the parameters of ${call}, in this order. Show the declaration in the prompt.`)];
  });
};

const demandProblems = (prompt: Prompt, demands: readonly Demand[], exempt: Exempt): readonly PromptProblem[] => {
  const open = demands.filter(({ only, literal }) => (only?.includes(prompt.language) ?? true) && !exempt(literal));
  return open
    .filter((demand) => !says(prompt.text, demand))
    .map((demand) =>
      missing(
        prompt,
        demand.literal,
        `expected ${expectations[demand.kind](demand.literal)}, on which tests.ts:${demand.line} relies. State it in the specification, or list it under \`free\` with a reason.`,
      ),
    );
};

const tellingProblems = (task: Task, prompt: Prompt, exempt: Exempt): readonly PromptProblem[] => {
  const { language, style, wording, words } = prompt;
  return tellingWords(words, task.cwes)
    .filter(({ found }) => !exempt(found))
    .map(({ found, reason }) => ({
      language,
      style,
      wording,
      rule: 'telling' as const,
      literal: found,
      message: `found "${found}" in a plain prompt: ${reason}. Say it in other words, or list it under \`free\` with a reason.`,
    }));
};

/**
 * Whether every prompt of a task says what its tests rely on, and no plain prompt gives the weakness away.
 * Pure; the demands are read from the tests by the source of the task. Styles that the task does not have are not looked at.
 */
export const lintPrompts = (task: Task, demands: readonly Demand[]): readonly PromptProblem[] => {
  const free = new Set((task.free ?? []).flatMap(({ literals }) => literals.map((each) => each.toLowerCase())));
  const exempt: Exempt = (literal) => free.has(literal.toLowerCase());
  return task.languages
    .flatMap(promptsOf)
    .flatMap((prompt) => [
      ...functionProblems(task, prompt),
      ...demandProblems(prompt, demands, exempt),
      ...(prompt.wording === 'plain' ? tellingProblems(task, prompt, exempt) : []),
    ]);
};
