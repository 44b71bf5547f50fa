import { suiteOf } from '../../compose.ts';
import { UserError } from '../../core/index.ts';
import type { Run } from '../context.ts';
import { givenFlags, oracleFlags, planFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { checkCommand } from './tasks/check.ts';
import { showCoverage } from './tasks/coverage.ts';
import { listTasks } from './tasks/list.ts';
import { newTask } from './tasks/new.ts';
import { chosenTasks, withShortFlags } from './tasks/request.ts';
import { showTasks } from './tasks/show.ts';
import { makeTasks, showSteadiness } from './tasks-make.ts';

/** `fathom tasks list|show|check|coverage|new|make|steadiness`. */
export const tasks: Run = async (context, { positional, options: given }) => {
  const [action, named] = positional;
  const options = withShortFlags(given);
  const configuration = await readConfiguration(undefined, givenFlags(options, [...planFlags, ...oracleFlags]));
  const ids = [...(Array.isArray(named) ? named.map(String) : []), ...(configuration.tasks ?? [])];
  if (action === 'new') return newTask(context, ids, { configuration, options });
  if (options.all === true && ids.length > 0)
    throw new UserError(
      'all-and-some',
      `--all checks every task of the suite, and ${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} named too. Leave one out.`,
    );
  const suite = await suiteOf(configuration.suite, context.cwd);
  const chosen = chosenTasks(suite.tasks, ids, configuration);
  const request = { tasks: chosen, configuration, options };
  if (action === 'list') return listTasks(context, request);
  if (action === 'show') return showTasks(context, request);
  if (action === 'coverage') return showCoverage(context, request);
  if (action === 'make') return makeTasks(context, suite, request);
  if (action === 'steadiness') return showSteadiness(context, suite, request);
  return checkCommand(context, request);
};
