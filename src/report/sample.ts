import type { TaskFacts } from '../core/index.ts';
import type { JudgedEntry } from '../metrics/measurement.ts';
import { codeLines, linesNamed, sampleHead, sayingLines } from './terminal/sample.ts';
import { ansiPalette, noPalette, styleOf } from './terminal/style.ts';
import type { TerminalOptions } from './terminal.ts';
import { withoutControls, wrap } from './text.ts';

/** What there is to show of a sample besides its verdicts. */
export type SampleTexts = {
  readonly task?: Pick<TaskFacts, 'title' | 'cwes'>;
  readonly prompt?: string;
  /** Absent where the record does not hold it. */
  readonly code?: string;
};

export type RenderSampleOptions = Omit<TerminalOptions, 'palette'> & {
  /** Above everything: `3 of 20`. */
  readonly title: string;
  /** False: nothing that an oracle said, nor which system wrote it, is shown. */
  readonly verdicts: boolean;
  /** False: the code and the prompt are left out. */
  readonly code?: boolean;
};

/** One sample for a terminal: task, prompt, code with line numbers, and what each oracle said. */
export const renderSample = (sample: JudgedEntry, texts: SampleTexts, options: RenderSampleOptions): string => {
  const palette = options.colour ? ansiPalette : noPalette;
  const style = styleOf({ width: options.width ?? 80, unicode: options.unicode, palette });
  const title = `${style.glyphs.rule.repeat(3)} ${style.clean(options.title)} `;
  const promptLines = withoutControls(
    texts.prompt ?? 'The text of the prompt is not at hand: its suite is gone, or has changed since the run.',
  )
    .trim()
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [''] : wrap(style.clean(line), style.width - 2)))
    .map((line) => `  ${line}`.trimEnd());
  const code =
    texts.code === undefined
      ? ['  The record does not hold the code.']
      : codeLines(texts.code, style, options.verdicts ? linesNamed(sample) : new Set());
  return [
    title + style.glyphs.rule.repeat(Math.max(0, style.width - title.length)),
    ...sampleHead(sample, texts.task, style, { blind: !options.verdicts }),
    ...(options.code === false ? [] : ['', ...promptLines.map((line) => style.paint('faint', line)), '', ...code]),
    ...(options.verdicts ? ['', ...sayingLines(sample, style)] : []),
    '',
  ].join('\n');
};
