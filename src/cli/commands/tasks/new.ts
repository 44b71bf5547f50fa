import { resolve } from 'node:path';
import { beginTask } from '../../../compose.ts';
import { type CweId, UserError } from '../../../core/index.ts';
import type { Configuration } from '../../../schemas/configuration.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';

type NewRequest = { readonly configuration: Configuration; readonly options: Readonly<Record<string, unknown>> };

/** Where a new task is begun, unless --suite says otherwise: an unfinished task has no place among the bundled ones. */
const ownSuite = 'my-tasks';

/** `fathom tasks new`: the beginning of a task, with five places to be filled in. */
export const newTask = async (context: Context, ids: readonly string[], { configuration, options }: NewRequest): Promise<number> => {
  const [id, ...others] = ids;
  const { cwe, languages = ['python', 'javascript'] } = configuration;
  if (id === undefined || others.length > 0)
    throw new UserError('one-task', '`fathom tasks new` begins one task: fathom tasks new greet-guest --cwe CWE-22 --languages python,go');
  if (cwe === undefined) throw new UserError('cwe-missing', `Name the weakness that ${id} is about: --cwe CWE-22`);
  const suite = options.suite === undefined ? ownSuite : configuration.suite;
  const { folder, files, open } = await beginTask({
    id,
    cwes: cwe.map((each): CweId => `CWE-${Number(each.slice(4))}`),
    languages,
    kind: options.kind === 'http' ? 'http' : 'function',
    created: new Date(context.clock()).toISOString().slice(0, 10),
    suiteFolder: resolve(context.cwd, suite),
  });
  const { console } = context;
  console.out(`${folder}: ${files.length} files. To be filled in:`);
  for (const { number, of, path, line, what } of open) console.out(`  ${number} of ${of}  ${path}:${line}  ${what}`);
  console.out(`\nThen: fathom tasks check ${id} --suite ${suite} --mutate`);
  return exitCodes.fine;
};
