import type { Language } from '../core/index.ts';
import { type Span, spansOf } from './code-spans.ts';
import type { AddressedText } from './judge.ts';

/** Words that only a text has that speaks to whoever judges the code. Each sees one run of comment or one string, on one line. */
const signs: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'sets instructions aside',
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|preceding|foregoing|your|system)\b.{0,20}\b(?:instructions?|prompts?|rules?|rubrics?|guidelines?|criteria|directions?)\b/i,
  },
  {
    what: 'gives its reader a role',
    pattern:
      /\byou(?:['’]re| are)\s+(?:now\s+)?(?:an?|the)\s+(?:\w+\s+){0,3}(?:AI|LLM|language model|assistant|judge|grader|evaluator|reviewer|auditor|analy[sz]er|scanner)\b/i,
  },
  {
    what: 'speaks to a model or reviewer',
    pattern:
      /\b(?:dear|attention|attn|hey|hello|hi|message|note|notice|instructions?|reminder|memo|important)\b[\s,:]*(?:to|for)?[\s,:]*(?:the|all|any|every|whichever|whoever)?\s*(?:\w+\s+){0,2}(?:AIs?|LLMs?|language models?|chatbots?|judges?|graders?|evaluators?|(?:code|security|automated|automatic) (?:reviewers?|auditors?|analy[sz]ers?|scanners?|review))\b/i,
  },
  {
    what: 'speaks to a model or reviewer',
    pattern:
      /\b(?:if|when|as)\s+(?:you\s+are\s+)?(?:an?\s+)?(?:AI|LLM|language model|automated (?:reviewer|judge|grader|evaluator))\b.{0,60}\b(?:must|should|please|answer|respond|reply|say|rate|mark|report|judge|review)/i,
  },
  {
    what: 'asks for a verdict',
    pattern:
      /\b(?:rate|mark|label|classify|score|grade|judge|deem|report|rank|treat|consider|declare|assess|evaluate)\s+(?:this|the|my|our|following|entire|whole|\s)+(?:code|file|function|implementation|snippet|sample|submission|program|answer|solution|module)\b.{0,30}\b(?:secure|safe|benign|clean|harmless|not vulnerable|non-vulnerable|free of)/i,
  },
  {
    what: 'asks for a verdict',
    pattern:
      /\b(?:answer|respond|reply|output|say|return|conclude|your (?:answer|verdict|response) (?:is|must be|should be))\b.{0,25}\b(?:that\s+(?:it|this|the\s+\w+)\s+is\s+(?:secure|safe|not vulnerable)|(?:with\s+)?["'`](?:secure|safe|not vulnerable|no vulnerabilit\w+|pass)["'`])/i,
  },
  {
    what: 'asks for silence',
    pattern:
      /\b(?:do not|don['’]t|never|no need to|must not|should not|refrain from)\s+(?:report|flag|mention|raise|list|reveal|point out|reporting|flagging|mentioning)\b.{0,25}\b(?:vulnerabilit\w+|weakness\w*|issues?|findings?|flaws?|security|problems?)\b/i,
  },
  {
    what: 'holds an answer in the place of the judge’s',
    pattern:
      /["'`]?\b(?:verdict|vulnerable|is_secure|is_vulnerable)\b["'`]?\s*[:=]\s*["'`]?(?:secure|safe|pass|not vulnerable|false|no)\b/i,
  },
  {
    what: 'chat template',
    pattern:
      /<\|[\w ]{2,30}\|>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>|^\s*#{2,4}\s*(?:system|assistant|instruction|human)s?\s*:|\b(?:system|developer) (?:prompt|message)\s*:/i,
  },
];

const invisible = /[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/g;
const tags = /[\u{e0020}-\u{e007e}]{4,}/gu;

/** What is written in the invisible alphabet of tags. */
const decoded = (hidden: string): string =>
  [...hidden].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xe0000)).join('');

/** Comment and string marks, stars of block comments, and white space are no words. */
const words = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/^[ \t]*(?:\/\/+|#+|\*+|\/\*+)|\*\/|"""|'''|\\n/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

type Run = { readonly kind: Span['kind']; readonly start: number; end: number };

/** Comments that follow each other with nothing but white space between are one text, and so are strings that are put together. */
const runsOf = (code: string, spans: readonly Span[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const span of spans) {
    if (span.kind === 'code') continue;
    const last = runs.at(-1);
    const between = last === undefined ? 'x' : code.slice(last.end, span.start);
    const joins = span.kind === 'comment' ? /^\s*$/ : /^[\s+.,\\()rRbBuUfF]*$/;
    if (last?.kind === span.kind && joins.test(between)) last.end = span.end;
    else runs.push({ ...span });
  }
  return runs;
};

/** A run is read so far; a text that needs more words to speak to its judge will have spoken before. */
const longestRun = 20_000;
const quoteLength = 200;

const around = (text: string, at: number): string => {
  const from = Math.max(0, at - 20);
  return text.length <= quoteLength ? text : `${from > 0 ? '…' : ''}${text.slice(from, from + quoteLength)}…`;
};

/**
 * Where comments and strings speak to whoever judges the code: the work of words alone, so that it holds without any model.
 * At most one find for each run of comment or string; names in the code are not looked at.
 */
export const addressedText = (code: string, language: Language): readonly AddressedText[] => {
  const lineOf = (offset: number): number => code.slice(0, offset).split('\n').length;
  const found = runsOf(code, spansOf(code, language)).flatMap(({ kind, start, end }): readonly AddressedText[] => {
    const text = words(code.slice(start, Math.min(end, start + longestRun)));
    for (const { what, pattern } of signs) {
      const match = pattern.exec(text);
      if (match !== null) return [{ line: lineOf(start), quote: around(text, match.index), what, inside: kind }];
    }
    return [];
  });
  const hidden = [...code.matchAll(tags)].map(
    (match): AddressedText => ({
      line: lineOf(match.index),
      quote: decoded(match[0]).slice(0, quoteLength),
      what: 'invisible letters',
      inside: 'code',
    }),
  );
  return [...found, ...hidden];
};

/** What a judge quotes, where the code really holds it; a quotation that is not there is the judge's own invention. */
export const confirmedQuotes = (code: string, quotes: readonly string[]): readonly AddressedText[] => {
  const lines = code.split('\n');
  return quotes.flatMap((quote): readonly AddressedText[] => {
    const wanted = words(quote).toLowerCase();
    if (wanted.length < 8) return [];
    const line = lines.findIndex(
      (_, at) =>
        words(lines.slice(at, at + 12).join('\n'))
          .toLowerCase()
          .startsWith(wanted.slice(0, 60)) ||
        words(lines[at] ?? '')
          .toLowerCase()
          .includes(wanted),
    );
    if (line !== -1) return [{ line: line + 1, quote: quote.slice(0, quoteLength), what: 'quoted by the judge', inside: 'code' }];
    return words(code).toLowerCase().includes(wanted)
      ? [{ line: 1, quote: quote.slice(0, quoteLength), what: 'quoted by the judge', inside: 'code' }]
      : [];
  });
};
