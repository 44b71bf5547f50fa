import { disputed } from '../../metrics/label-choice.ts';
import type { JudgedEntry } from '../../metrics/measurement.ts';
import { shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

const named = 3;

/** How many samples are disputed, and the most disputed ones by name; the command shows them. */
export const disputeLines = (samples: readonly JudgedEntry[], style: Style): readonly string[] => {
  const all = disputed(samples);
  if (all.length === 0) return [];
  const text = `Votes on the secure axis differ on ${all.length} of ${samples.length} samples, most of all on these. \`fathom disagreements RUN\` shows what was said, \`fathom label RUN\` asks you who is right.`;
  return [
    ...wrap(text, style.width - 2).map((line) => `  ${line}`),
    ...all
      .slice(0, named)
      .map(({ entry, disagreement = 0 }) => `    ${disagreement.toFixed(2)}  ${shorten(style.clean(entry.id), style.width - 10)}`),
  ];
};
