import { resolve } from 'node:path';
import { readManifest } from '../../pipeline/store/run-store.ts';
import type { Run } from '../context.ts';
import { givenFlags, reportFlags } from '../flags.ts';
import { readConfiguration } from '../read-configuration.ts';
import { reportRun } from '../report-run.ts';

/** Settings of measuring that the run itself was made with; a flag overrides them. */
const kept = ['fusion', 'convention', 'k', 'reports', 'claimed-by', 'confidence-level', 'max-unknown', 'gate-on', 'fail-under'];

/** `fathom report`: a stored run → numbers and files, without models or tools. */
export const report: Run = async (context, { positional, options }) => {
  const shown = String(positional[0]);
  const folder = resolve(context.cwd, shown);
  const before = (await readManifest(folder))?.configuration;
  const own =
    typeof before === 'object' && before !== null && !Array.isArray(before)
      ? Object.entries(before).filter(([key]) => kept.includes(key))
      : [];
  const configuration = await readConfiguration(undefined, { ...Object.fromEntries(own), ...givenFlags(options, reportFlags) });
  const only = options.json === true ? 'json' : options.format === undefined ? undefined : String(options.format);
  return reportRun(context, {
    folder,
    shown,
    configuration,
    json: false,
    ...(options.out === undefined ? {} : { out: resolve(context.cwd, String(options.out)) }),
    ...(only === undefined ? {} : { only }),
  });
};
