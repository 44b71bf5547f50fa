import { resolve } from 'node:path';
import { type PromptOfEntry, promptsOfRun } from '../../compose.ts';
import { disputed } from '../../metrics/index.ts';
import { blobsOf } from '../../pipeline/store/run-store.ts';
import { renderSample } from '../../report/index.ts';
import type { Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { givenFlags, reportFlags } from '../flags.ts';
import { configurationOfRun, measureRun } from '../measured-run.ts';

const usual = 10;

/** `fathom disagreements`: the samples on which oracles differ most, with everything they said. */
export const disagreements: Run = async (context, { positional, options }) => {
  const { console, cwd } = context;
  const shown = String(positional[0]);
  const folder = resolve(cwd, shown);
  const configuration = await configurationOfRun(folder, givenFlags(options, reportFlags));
  const { measured } = await measureRun(context, folder, { configuration });
  const all = disputed(measured.samples);
  const chosen = all.slice(0, typeof options.n === 'number' ? options.n : usual);
  if (options.json === true) {
    console.out(JSON.stringify(chosen, null, 2));
    return exitCodes.fine;
  }
  const withCode = options.code === true;
  const promptOf: PromptOfEntry = withCode ? await promptsOfRun(measured.manifest, cwd) : () => undefined;
  const tasks = new Map(measured.manifest.tasks.map((task) => [task.id, task]));
  const blobs = blobsOf(folder);
  for (const [at, sample] of chosen.entries()) {
    const task = tasks.get(sample.entry.taskId);
    const prompt = promptOf(sample.entry);
    const code = withCode ? await blobs.load(sample.entry.code) : undefined;
    const texts = {
      ...(task === undefined ? {} : { task }),
      ...(prompt === undefined ? {} : { prompt }),
      ...(code === undefined ? {} : { code }),
    };
    const style = { width: console.width, colour: console.colour, unicode: console.unicode };
    console.out(renderSample(sample, texts, { ...style, title: `${at + 1} of ${all.length}`, verdicts: true, code: withCode }));
  }
  console.note(
    all.length === 0
      ? `fathom: on no sample of ${shown} did two votes decide differently`
      : `fathom: votes differ on ${all.length} of ${measured.samples.length} samples; \`fathom label ${shown}\` lets you say who is right`,
  );
  return exitCodes.fine;
};
