import { type Line, splitLines } from './lines.ts';

export type Stretch = { readonly start: number; readonly end: number };
export type Answer = { readonly stretches: readonly Stretch[]; readonly steps: readonly string[]; readonly unclosed: boolean };

const opening = /^\s*<(think|thinking|thought|thoughts|reasoning|reflection|scratchpad|analysis)>/i;
const fence = /^\s*(`{3,}|~{3,})/;
const endOfText = /<\|(?:endoftext|im_end|eot_id|end|end_of_text|end_of_turn|eos)\|>|<｜end▁of▁sentence｜>|<end_of_turn>/;
const chatHead = /^\s*(?:<\|im_start\|>assistant|<\|start_header_id\|>assistant<\|end_header_id\|>|<start_of_turn>model|\[\/INST\])\s*/;

/**
 * The parts of a text that are the answer: without the model's reasoning, without what follows an end-of-text mark.
 * `unclosed` says that the text ends inside the reasoning.
 */
export const answerOf = (text: string): Answer => {
  const steps: string[] = [];
  const head = chatHead.exec(text.slice(0, 300))?.[0].length ?? 0;
  const mark = text.slice(head).search(endOfText);
  const end = mark === -1 ? text.length : head + mark;
  if (head > 0) steps.push('dropped chat-template head');
  if (mark !== -1) steps.push('cut at end-of-text mark');
  const lines = splitLines(text, head, end);
  const lone = loneClosing(lines, text);
  if (lone !== undefined) steps.push('dropped reasoning');
  const parts = withoutReasoning(
    lines.filter(({ next }) => lone === undefined || next > lone),
    { from: lone ?? head, end, text },
  );
  if (parts.dropped && lone === undefined) steps.push('dropped reasoning');
  return { stretches: parts.stretches, steps, unclosed: parts.unclosed };
};

/** Servers that put the opening tag into the prompt return only the closing one: the offset after it. */
const loneClosing = (lines: readonly Line[], text: string): number | undefined => {
  for (const line of lines) {
    if (opening.test(line.text)) return undefined;
    const closing = /^\s*<\/(?:think|thinking|reasoning)>/i.exec(line.text) ?? /[.!?\s]<\/think>\s*$/i.exec(line.text);
    if (closing !== null) {
      const at = text.toLowerCase().indexOf('>', line.start + closing.index);
      return at === -1 ? undefined : at + 1;
    }
  }
  return undefined;
};

type Range = { readonly from: number; readonly end: number; readonly text: string };

const withoutReasoning = (lines: readonly Line[], range: Range): { stretches: readonly Stretch[]; dropped: boolean; unclosed: boolean } => {
  const stretches: Stretch[] = [];
  let from = range.from;
  let tag: string | undefined;
  let fenced: string | undefined;
  let dropped = false;
  for (const line of lines) {
    const start = Math.max(line.start, from);
    if (tag === undefined) {
      const mark = fence.exec(line.text)?.[1];
      if (fenced !== undefined) {
        if (mark?.startsWith(fenced) && line.text.trim() === mark) fenced = undefined;
        continue;
      }
      fenced = mark;
      const opened = start === line.start ? opening.exec(line.text) : opening.exec(range.text.slice(start, line.end));
      if (opened?.[1] === undefined) continue;
      tag = `</${opened[1].toLowerCase()}>`;
      stretches.push({ start: from, end: start });
      dropped = true;
    }
    const closed = range.text.slice(start, line.end).toLowerCase().indexOf(tag);
    if (closed === -1) continue;
    from = start + closed + tag.length;
    tag = undefined;
  }
  if (tag === undefined) stretches.push({ start: from, end: range.end });
  return { stretches: stretches.filter(({ start, end }) => end > start), dropped, unclosed: tag !== undefined };
};
