import { resolve } from 'node:path';
import type { Run } from '../context.ts';
import { givenFlags, reportFlags } from '../flags.ts';
import { configurationOfRun } from '../measured-run.ts';
import { reportRun } from '../report-run.ts';

/** `fathom report`: a stored run → numbers and files, without models or tools. */
export const report: Run = async (context, { positional, options }) => {
  const shown = String(positional[0]);
  const folder = resolve(context.cwd, shown);
  const configuration = await configurationOfRun(folder, givenFlags(options, reportFlags));
  const only = options.json === true ? 'json' : options.format === undefined ? undefined : String(options.format);
  return reportRun(context, {
    folder,
    shown,
    configuration,
    json: false,
    ...(options.out === undefined ? {} : { out: resolve(context.cwd, String(options.out)) }),
    ...(only === undefined ? {} : { only }),
    ...(options.fresh === undefined ? {} : { fresh: String(options.fresh) }),
  });
};
