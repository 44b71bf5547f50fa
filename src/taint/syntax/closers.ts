/**
 * What closes a text that was cut short: the quotes, comments and brackets that are still open at its end. With them a parser sees
 * the blocks that the text is inside of; without, it sees one heap of tokens.
 */
import type { Language } from '../../core/index.ts';
import { type Lexis, lexes } from './lexis.ts';
import { type Checkpoint, closing, type EarlierEnd, type OpenBracket, type Range, type TextEnd } from './text-end.ts';

const mayPrecedeRegex = new Set(['', '(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '+', '-', '*', '%', '>', '~', '^']);
const wordBeforeRegex = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield)$/;

const stringEnds: Readonly<Record<string, RegExp>> = { '"': /["\\\n]/g, "'": /['\\\n]/g, '`': /[`\\\n]/g };

const checkpointDistance = 256;
/** How far what a token is may depend on what follows: `""` may become `"""`. */
const lookahead = 3;

class Scanner {
  readonly #source: string;
  readonly #lexis: Lexis;
  readonly #isCpp: boolean;
  /** Brackets to close, innermost last; '`' stands for a template literal whose `${` is open. */
  readonly #open: OpenBracket[] = [];
  readonly #checkpoints: Checkpoint[] = [];
  #comments: Range | undefined;
  #depth = 0;
  #tokenStart = 0;
  #at = 0;

  constructor(source: string, language: Language, earlier: EarlierEnd | undefined) {
    this.#source = source;
    this.#lexis = lexes[language];
    this.#isCpp = language === 'cpp';
    if (earlier === undefined) return;
    this.#checkpoints = earlier.end.checkpoints.filter(({ at }) => at + lookahead <= earlier.unchanged);
    const last = this.#checkpoints.at(-1);
    if (last === undefined) return;
    this.#at = last.at;
    this.#open.push(...last.open);
    this.#depth = last.depth;
    this.#comments = last.comments;
  }

  scan(): TextEnd {
    const interesting = /["'`#/()[\]{}]/g;
    let unfinished: string | undefined;
    while (unfinished === undefined) {
      interesting.lastIndex = this.#at;
      const found = interesting.exec(this.#source);
      if (found === null) break;
      this.#at = found.index;
      this.#tokenStart = found.index;
      if (this.#at > (this.#checkpoints.at(-1)?.at ?? 0) + checkpointDistance) {
        this.#checkpoints.push({ at: this.#at, open: [...this.#open], depth: this.#depth, comments: this.#comments });
      }
      unfinished = this.#step(found[0]);
    }
    const begun = { unfinished: unfinished ?? '', unfinishedAt: unfinished === undefined ? this.#source.length : this.#tokenStart };
    return { ...begun, open: this.#open, depth: this.#depth, codeEnd: this.#codeEnd(), checkpoints: this.#checkpoints };
  }

  /** Before the comments and white space at the end. */
  #codeEnd(): number {
    const end = this.#source.trimEnd().length;
    return this.#comments === undefined || this.#comments.end < end ? end : this.#source.slice(0, this.#comments.start).trimEnd().length;
  }

  /** One token. Answers what closes it where the text ends inside of it. */
  #step(character: string): string | undefined {
    if (character === '/' || character === '#') return this.#commentOrRegex();
    const quote = this.#quoteAt(character);
    if (quote !== undefined) return this.#string(quote);
    if (character === '`' && this.#lexis.regexes) return this.#template(this.#at + 1);
    if (closing[character] !== undefined) this.#depth = Math.max(this.#depth, this.#open.push({ mark: character, at: this.#at }));
    else if (character === ')' || character === ']' || character === '}') {
      if (this.#open.at(-1)?.mark === '`' && character === '}') {
        this.#open.pop();
        return this.#template(this.#at + 1);
      }
      // A closing bracket of another kind belongs to an outer one: what is between was never closed.
      const index = this.#open.findLastIndex(({ mark }) => closing[mark] === character);
      if (index !== -1) this.#open.length = index;
    }
    this.#at += 1;
    return undefined;
  }

  #commentOrRegex(): string | undefined {
    const { lineComments, blockComments, regexes } = this.#lexis;
    if (lineComments.some((start) => this.#source.startsWith(start, this.#at))) return this.#comment('\n', 0);
    if (blockComments && this.#source.startsWith('/*', this.#at)) return this.#comment('*/', 2);
    if (regexes && this.#source.charAt(this.#at) === '/' && this.#isRegexStart()) return this.#regex();
    this.#at += 1;
    return undefined;
  }

  #comment(close: string, from: number): string | undefined {
    const start = this.#at;
    const unfinished = this.#skipTo(close, from);
    const before = this.#comments;
    const isNext = before !== undefined && this.#source.slice(before.end, start).trim() === '';
    this.#comments = { start: isNext ? before.start : start, end: this.#at };
    return unfinished;
  }

  #skipTo(close: string, from: number): string | undefined {
    const end = this.#source.indexOf(close, this.#at + from);
    this.#at = end === -1 ? this.#source.length : end + close.length;
    return end === -1 ? close : undefined;
  }

  #quoteAt(character: string): string | undefined {
    if (character !== '"' && character !== "'" && character !== '`') return undefined;
    // C++ writes 1'000'000.
    if (this.#isCpp && character === "'" && /[\da-fA-F]'[\da-fA-F]$/.test(this.#source.slice(this.#at - 1, this.#at + 2))) return undefined;
    return this.#lexis.quotes.find((quote) => this.#source.startsWith(quote, this.#at));
  }

  #string(quote: string): string | undefined {
    if (this.#isCpp && quote === '"' && this.#source.charAt(this.#at - 1) === 'R') return this.#rawCpp();
    const source = this.#source;
    const isRaw = this.#lexis.raw.includes(quote);
    const isMultiline = this.#lexis.multiline.includes(quote);
    const interesting = stringEnds[quote.charAt(0)] ?? /["\\\n]/g;
    const from = this.#at + quote.length;
    let at = from;
    for (;;) {
      interesting.lastIndex = at;
      const found = interesting.exec(source);
      if (found === null) break;
      at = found.index;
      if (found[0] === '\\' && !isRaw) {
        if (at + 1 >= source.length) {
          this.#at = source.length;
          return `\\${quote}`;
        }
        at += 2;
      } else if (found[0] === '\n' && !isMultiline) {
        this.#at = at;
        return undefined;
      } else if (source.startsWith(quote, at)) {
        this.#at = at + quote.length;
        return undefined;
      } else at += 1;
    }
    this.#at = source.length;
    // Of three quotes one or two may be there already.
    return quote.slice(quote.length === 3 ? this.#quotesAtEnd(quote.charAt(0), from) : 0);
  }

  /** How many of these quotes the text ends with, not counting escaped ones and those before `from`. */
  #quotesAtEnd(quote: string, from: number): number {
    let at = this.#source.length;
    while (at > from && this.#source.charAt(at - 1) === quote) at -= 1;
    const isEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(this.#source.slice(from, at));
    return this.#source.length - at - (isEscaped ? 1 : 0);
  }

  #rawCpp(): string | undefined {
    const opening = /"([^\s()\\]{0,16})\(/y;
    opening.lastIndex = this.#at;
    const delimiter = opening.exec(this.#source)?.[1];
    const close = delimiter === undefined ? '"' : `)${delimiter}"`;
    return this.#skipTo(close, 1);
  }

  #template(from: number): string | undefined {
    const source = this.#source;
    for (let at = from; at < source.length; at += 1) {
      const character = source.charAt(at);
      if (character === '\\') {
        at += 1;
        if (at >= source.length) {
          this.#at = source.length;
          return '\\`';
        }
      } else if (character === '`') {
        this.#at = at + 1;
        return undefined;
      } else if (character === '$' && source.charAt(at + 1) === '{') {
        this.#open.push({ mark: '`', at });
        this.#at = at + 2;
        return undefined;
      }
    }
    this.#at = source.length;
    return '`';
  }

  /** `</p>` and `<p />` are no regular expressions. */
  #isRegexStart(): boolean {
    const next = this.#source.charAt(this.#at + 1);
    if (next === '>' || next === '') return false;
    const before = this.#source.slice(Math.max(0, this.#at - 200), this.#at).trimEnd();
    return mayPrecedeRegex.has(before.slice(-1)) || wordBeforeRegex.test(before.slice(-12));
  }

  #regex(): string | undefined {
    const source = this.#source;
    let isInSet = false;
    let at = this.#at + 1;
    for (; at < source.length; at += 1) {
      const character = source.charAt(at);
      if (character === '\\') at += 1;
      else if (character === '\n') {
        // No regular expression after all: a division.
        this.#at += 1;
        return undefined;
      } else if (character === '[') isInSet = true;
      else if (character === ']') isInSet = false;
      else if (character === '/' && !isInSet) {
        this.#at = at + 1;
        return undefined;
      }
    }
    this.#at = source.length;
    // Past the end: the last character was a backslash.
    const escaped = at > source.length ? '\\' : '';
    return `${escaped}${isInSet ? ']' : ''}/`;
  }
}

/** Reads a text to its end; where an earlier version is known, only what changed since. */
export const readEnd = (source: string, language: Language, earlier?: EarlierEnd): TextEnd => new Scanner(source, language, earlier).scan();
