import { type Command, Option } from 'commander';
import { labelChoices } from '../../../metrics/index.ts';
import { addFlags, reportFlags, wholeNumber } from '../../flags.ts';

const axis = (): Option => new Option('--axis <axis>', 'what is asked of each sample').choices(['secure', 'functional']).default('secure');

export const configureLabel = (command: Command): Command =>
  command
    .argument('<run>', 'run folder')
    .option('--by <name>', 'who labels (default: the user of this machine)')
    .option('--blind', 'show neither what the oracles said nor which system wrote it')
    .addOption(
      new Option(
        '--only <choice>',
        'disagreements: most disputed first; unknown: left open by the fusion rule; random: drawn by the seed, the only ones that speak for the whole run',
      )
        .choices(labelChoices)
        .default('disagreements'),
    )
    .addOption(axis())
    .option('--n <n>', 'at most so many samples', wholeNumber)
    .option('--seed <n>', 'for what is drawn (default: the seed of the run)', wholeNumber)
    .option('--import <file>', 'add labels that were made on the page or elsewhere, and end')
    .option('--summary', 'who labelled how much, and how far people agree, and end')
    .option('--json', 'with --summary: print JSON')
    .addHelpText(
      'after',
      `
Type y or n, with a note behind it if you like; s skips, b goes back, q ends. Each answer is on disk before the next sample is shown.
What you have labelled is not asked again. Answers may come from a pipe, one on each line.

Examples:
  fathom label runs/study --blind --only random --n 100
  fathom label runs/study --summary
  fathom calibrate --labels runs/study/labels.jsonl`,
    );

export const configureDisagreements = (command: Command): Command => {
  command
    .argument('<run>', 'run folder')
    .option('--n <n>', 'at most so many samples (default: 10)', wholeNumber)
    .option('--code', 'with the prompt and the code of each')
    .option('--json', 'print JSON to standard output');
  return addFlags(
    command,
    reportFlags.filter(({ key }) => key === 'fusion'),
  );
};
