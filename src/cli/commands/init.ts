import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../core/index.ts';
import type { Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

const text = `# Configuration of a Fathom run. Every key is also a flag and an environment variable:
#   n-samples    --n-samples    FATHOM_N_SAMPLES
# All keys, with what they mean:  fathom schema configuration

# A bundled suite, or the path of a folder of your own tasks (docs/adding/task.md).
suite: core

# What is measured: a model, and the method on top of it.
systems:
  # A scripted system plays the suite's known answers. It needs no key: replace it.
  - model: scripted/careless
  # Any OpenAI-compatible server. The key is read from the variable named here, never from this file.
  # - model: openai/MODEL
  #   method: direct            # or reminder: one added sentence asks for secure code
  #   api-key-env: OPENAI_API_KEY
  #   base-url: http://127.0.0.1:8000/v1
  #   price: { input: 1.0, output: 4.0 }   # dollars per million tokens; needed for max-cost
  # - model: anthropic/MODEL
  #   api-key-env: ANTHROPIC_API_KEY

# How each task is put: as a request in words, or as the head of a file to be continued.
styles: [instruction]

# Answers for each prompt and system. Running again with a larger number extends the run.
n-samples: 5
temperature: 0.8
seed: 1
# max-cost: 5                   # dollars

# Who examines the answers. Missing analyzers are listed in the report as absent; require makes them a must.
analyzers: [all]
require: []
sandbox: bubblewrap

# How their verdicts become one outcome, and which numbers are reported.
fusion: intersection            # fathom list fusion
k: [1, 5]
reports: [html, json, markdown]

# Gates for CI.
# fail-under: { secure-pass@1: 0.6 }
# gate-on: lower                # compare the lower end of the interval
max-unknown: 0.2
`;

export const init: Run = async ({ console, cwd }, { positional, options }) => {
  const path = resolve(cwd, String(positional[0]));
  try {
    await writeFile(path, text, { flag: options.force === true ? 'w' : 'wx' });
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')
      throw new UserError('file-exists', `${path} exists already. Give another name, or --force to overwrite it.`, { cause: thrown });
    throw thrown;
  }
  console.out(`Wrote ${path}. Next:\n  fathom run ${String(positional[0])} --dry-run\n  fathom run ${String(positional[0])}`);
  return exitCodes.fine;
};
