import { asciiOnly, oneLine } from '../text.ts';

/** Opening and closing codes for each meaning; empty strings print plain text. */
export type Palette = Readonly<Record<'strong' | 'faint' | 'good' | 'bad' | 'caution' | 'water', readonly [open: string, close: string]>>;

const sgr = (code: number): string => `\u001b[${code}m`;
export const ansiPalette: Palette = {
  strong: [sgr(1), sgr(22)],
  faint: [sgr(2), sgr(22)],
  good: [sgr(32), sgr(39)],
  bad: [sgr(31), sgr(39)],
  caution: [sgr(33), sgr(39)],
  water: [sgr(36), sgr(39)],
};
const plain: readonly [string, string] = ['', ''];
export const noPalette: Palette = { strong: plain, faint: plain, good: plain, bad: plain, caution: plain, water: plain };

export type Glyphs = {
  readonly solid: string;
  readonly low: string;
  readonly high: string;
  readonly bound: string;
  readonly water: string;
  readonly rule: string;
};
const unicodeGlyphs: Glyphs = { solid: '█', low: '▓', high: '░', bound: '·', water: '∼', rule: '─' };
const asciiGlyphs: Glyphs = { solid: '#', low: '=', high: '-', bound: '.', water: '~', rule: '-' };

export type Style = {
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Paints text that is already laid out: colour codes have no width. */
  readonly paint: (meaning: keyof Palette, text: string) => string;
  /** Makes a text of unknown origin safe for one line of this terminal. */
  readonly clean: (text: string) => string;
};

export type StyleOptions = { readonly width: number; readonly unicode: boolean; readonly palette: Palette };

export const styleOf = ({ width, unicode, palette }: StyleOptions): Style => ({
  width: Math.max(60, Math.floor(width)),
  glyphs: unicode ? unicodeGlyphs : asciiGlyphs,
  paint: (meaning, text) => (text === '' ? '' : palette[meaning][0] + text + palette[meaning][1]),
  clean: (text) => (unicode ? oneLine(text) : asciiOnly(oneLine(text))),
});
