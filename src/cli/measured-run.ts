import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measured, readCalibration } from '../compose.ts';
import { type Evaluation, UserError } from '../core/index.ts';
import { freshSplits, type MeasuredEvaluation } from '../metrics/index.ts';
import { readEvaluation, readManifest } from '../pipeline/store/run-store.ts';
import type { Configuration } from '../schemas/configuration.ts';
import type { Context } from './context.ts';
import { readConfiguration } from './read-configuration.ts';

/** In a run folder: the calibration that the run was first measured with, so that its report needs nothing else. */
export const calibrationCopy = 'calibration.json';

/** Settings of measuring that the run itself was made with; a flag overrides them. */
const kept = ['fusion', 'convention', 'k', 'reports', 'claimed-by', 'confidence-level', 'max-unknown', 'gate-on', 'fail-under'];

/** The configuration under which a stored run is measured again. `given`: by configuration key. */
export const configurationOfRun = async (folder: string, given: Readonly<Record<string, unknown>>): Promise<Configuration> => {
  const before = (await readManifest(folder))?.configuration;
  const own =
    typeof before === 'object' && before !== null && !Array.isArray(before)
      ? Object.entries(before).filter(([key]) => kept.includes(key))
      : [];
  const copy = join(folder, calibrationCopy);
  return readConfiguration(undefined, { ...Object.fromEntries(own), ...(existsSync(copy) ? { calibration: copy } : {}), ...given });
};

/** A run over freshly mutated tasks. Throws a UserError where its tasks are published ones: the bar would claim too much. */
const readFresh = async (folder: string, shown: string): Promise<Evaluation> => {
  const evaluation = await readEvaluation(folder);
  const { suites } = evaluation.manifest;
  if (suites.some(({ split }) => split !== undefined && freshSplits.includes(split))) return evaluation;
  const found = suites.map(({ id, split }) => `${id} (${split === undefined ? 'not frozen' : split})`).join(', ');
  throw new UserError(
    'not-fresh',
    `--fresh ${shown}: that run is over ${found || 'no suite'}. Only a suite that \`fathom tasks make --split rotating\` (or private) froze holds tasks that no model has seen; a run made before Fathom recorded splits has to be made again.`,
  );
};

export type MeasuredRun = { readonly evaluation: Evaluation; readonly measured: MeasuredEvaluation };

/** A stored run, measured. `fresh`: the folder of a run over freshly mutated variants of its tasks. */
export const measureRun = async (
  { cwd }: Pick<Context, 'cwd'>,
  folder: string,
  { configuration, fresh }: { readonly configuration: Configuration; readonly fresh?: string | undefined },
): Promise<MeasuredRun> => {
  const evaluation = await readEvaluation(folder);
  const calibration = configuration.calibration === undefined ? undefined : await readCalibration(resolve(cwd, configuration.calibration));
  const mutated = fresh === undefined ? undefined : await readFresh(resolve(cwd, fresh), fresh);
  return { evaluation, measured: measured(evaluation, configuration, { calibration, fresh: mutated }) };
};
