import type { Language } from '../core/index.ts';
import { type LanguageProfile, profiles } from '../extraction/languages/index.ts';

/** A stretch of code by offsets, half open. `code` is what is neither comment nor string. */
export type Span = { readonly kind: 'comment' | 'string' | 'code'; readonly start: number; readonly end: number };

/** Signs after which a slash begins a pattern, not a division. */
const beforePattern = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|throw|new|do|else|yield|await))\s*$/;

/**
 * Comments, strings and code of a file, in order, without gaps. Reads just far enough to tell them apart; linear; never throws.
 * What never closes goes to the end of its line, or of the file where it may have several lines.
 */
export const spansOf = (code: string, language: Language): readonly Span[] => new Reader(code, profiles[language]).read();

class Reader {
  readonly #text: string;
  readonly #profile: LanguageProfile;
  readonly #spans: Span[] = [];
  /** Depths of brackets at which a template's `${` was opened. */
  readonly #templates: number[] = [];
  #depth = 0;
  #at = 0;
  #codeFrom = 0;

  constructor(text: string, profile: LanguageProfile) {
    this.#text = text;
    this.#profile = profile;
  }

  read(): readonly Span[] {
    while (this.#at < this.#text.length) this.#step();
    this.#push('code', this.#codeFrom, this.#text.length);
    return this.#spans;
  }

  #step(): void {
    const literal = this.#literalHere();
    if (literal === undefined) this.#countBrackets();
    else this.#take(literal.kind, literal.end);
  }

  /** The comment or string that begins here, and where it ends. */
  #literalHere(): (Pick<Span, 'end'> & { readonly kind: 'comment' | 'string' }) | undefined {
    const { lineComments, blockComments, strings, regexLiterals } = this.#profile;
    const here = (mark: string): boolean => this.#text.startsWith(mark, this.#at);
    if (lineComments.some(here)) return { kind: 'comment', end: this.#endOfLineComment() };
    const block = blockComments.find(([open]) => here(open));
    if (block !== undefined) return { kind: 'comment', end: this.#after(block[1], this.#at + block[0].length) };
    const literal = strings.find(({ open }) => here(open));
    if (literal !== undefined && !this.#separatesDigits(literal.open)) return { kind: 'string', end: this.#endOfString(literal) };
    const isPattern = regexLiterals && here('/') && beforePattern.test(this.#text.slice(Math.max(this.#codeFrom, this.#at - 40), this.#at));
    return isPattern ? { kind: 'string', end: this.#endOfPattern() } : undefined;
  }

  #countBrackets(): void {
    const letter = this.#text[this.#at];
    if (letter === '{') this.#depth += 1;
    if (letter === '}') this.#depth -= 1;
    this.#at += 1;
    if (letter === '}' && this.#templates.at(-1) === this.#depth) {
      this.#templates.pop();
      this.#at -= 1;
      this.#take('string', this.#endOfTemplate(this.#at + 1));
    }
  }

  #endOfString({ open, close, multiline, raw }: LanguageProfile['strings'][number]): number {
    if (open === '`' && this.#profile.regexLiterals) return this.#endOfTemplate(this.#at + 1);
    for (let at = this.#at + open.length; at < this.#text.length; at += 1) {
      const letter = this.#text[at];
      if (raw !== true && letter === '\\') at += 1;
      else if (this.#text.startsWith(close, at)) return at + close.length;
      else if (letter === '\n' && !multiline) return at;
    }
    return this.#text.length;
  }

  /** The end of a template's text: its closing backtick, or the `{` of a part that is code again. */
  #endOfTemplate(from: number): number {
    for (let at = from; at < this.#text.length; at += 1) {
      if (this.#text[at] === '\\') at += 1;
      else if (this.#text[at] === '`') return at + 1;
      else if (this.#text.startsWith('${', at)) {
        this.#templates.push(this.#depth);
        this.#depth += 1;
        return at + 2;
      }
    }
    return this.#text.length;
  }

  #endOfPattern(): number {
    let inClass = false;
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const letter = this.#text[at];
      if (letter === '\n') break;
      if (letter === '\\') at += 1;
      else if (letter === '[') inClass = true;
      else if (letter === ']') inClass = false;
      else if (letter === '/' && !inClass) return at + 1;
    }
    return this.#at + 1;
  }

  /** In C and C++ a backslash at the end of a line carries its comment on. */
  #endOfLineComment(): number {
    const continues = this.#profile.language === 'c' || this.#profile.language === 'cpp';
    let from = this.#at;
    for (;;) {
      const feed = this.#text.indexOf('\n', from);
      if (feed === -1) return this.#text.length;
      const before = this.#text[feed - 1] === '\r' ? feed - 2 : feed - 1;
      if (!continues || this.#text[before] !== '\\') return feed;
      from = feed + 1;
    }
  }

  /** `1'000` of C++ holds no character. */
  #separatesDigits(open: string): boolean {
    return (
      open === "'" &&
      (this.#profile.language === 'cpp' || this.#profile.language === 'c') &&
      /(?:^|[^\w])\d[\w']*$/.test(this.#text.slice(Math.max(this.#codeFrom, this.#at - 40), this.#at))
    );
  }

  #after(mark: string, from: number): number {
    const found = this.#text.indexOf(mark, from);
    return found === -1 ? this.#text.length : found + mark.length;
  }

  #take(kind: 'comment' | 'string', end: number): void {
    this.#push('code', this.#codeFrom, this.#at);
    this.#push(kind, this.#at, end);
    this.#at = end;
    this.#codeFrom = end;
  }

  #push(kind: Span['kind'], start: number, end: number): void {
    if (end > start) this.#spans.push({ kind, start, end });
  }
}
