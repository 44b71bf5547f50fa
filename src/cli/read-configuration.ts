import { pathToFileURL } from 'node:url';
import { messageOf, UserError } from '../core/index.ts';
import { type Configuration, configurationSchema } from '../schemas/configuration.ts';
import { explainIssue } from '../schemas/explain-issue.ts';
import { readYaml } from '../schemas/yaml-document.ts';

const problemsOf = (value: unknown): readonly string[] => {
  const checked = configurationSchema.safeParse(value);
  if (checked.success) return [];
  return checked.error.issues.flatMap((issue) =>
    explainIssue(issue, value, configurationSchema).map(
      (problem) => `${problem.path.map(String).join('.') || 'configuration'}: ${problem.message}`,
    ),
  );
};

/** A TypeScript or JavaScript configuration: its default export. It is the user's own code, and runs as such. */
const readModule = async (path: string): Promise<Configuration> => {
  const { createJiti } = await import('jiti');
  let value: unknown;
  try {
    value = await createJiti(pathToFileURL(path).href).import(path, { default: true });
  } catch (cause) {
    throw new UserError('configuration-unreadable', `${path} can't be loaded: ${messageOf(cause)}`, { cause });
  }
  const problems = problemsOf(value);
  if (problems.length > 0) throw new UserError('invalid-configuration', problems.map((problem) => `${path} ${problem}`).join('\n'));
  return configurationSchema.parse(value);
};

/**
 * The configuration in force: file, then environment, then flags; the later wins.
 * Throws a UserError that names `file:line:column`, or the flag.
 */
export const readConfiguration = async (path: string | undefined, given: Readonly<Record<string, unknown>>): Promise<Configuration> => {
  const fromFile =
    path === undefined
      ? configurationSchema.parse({})
      : /\.[cm]?[jt]s$/.test(path)
        ? await readModule(path)
        : await readYaml(path, configurationSchema);
  const merged = { ...fromFile, ...given };
  const problems = problemsOf(merged);
  if (problems.length > 0) throw new UserError('invalid-flag', problems.map((problem) => `--${problem}`).join('\n'));
  return configurationSchema.parse(merged);
};
