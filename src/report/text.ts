/** Escape sequences that terminals obey (CSI, OSC and two-character ones), as whole units so that no `[31m` is left behind. */
const escapeSequences = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-Z\\-_]|\u009b[0-?]*[ -/]*[@-~]/g;
/** C0 but tab and line feed, DEL, C1, direction overrides, and lone surrogates. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that cannot steer a terminal or break XML: no control characters but tab and line feed. */
export const withoutControls = (text: string): string =>
  text
    .replace(escapeSequences, '')
    .replaceAll('\r\n', '\n')
    .replace(controls, '')
    .replace(loneSurrogates, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '\ufffd');

/** The same on one line; every run of white space becomes one space. */
export const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim();

const replacements: Readonly<Record<string, string>> = {
  '\u2026': '...',
  '\u2192': '->',
  '\u00d7': 'x',
  '\u2013': '-',
  '\u2014': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2265': '>=',
  '\u2264': '<=',
  '\u00a0': ' ',
};

/** Only printable ASCII; what has no near equal becomes `?`. */
export const asciiOnly = (text: string): string =>
  [...text].map((char) => ((char >= ' ' && char <= '~') || char === '\n' ? char : (replacements[char] ?? '?'))).join('');

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd);

const charWidth = (char: string): number => (/\p{Mn}|\p{Me}|\p{Cf}/u.test(char) ? 0 : isWide(char.codePointAt(0) ?? 0) ? 2 : 1);

/** Columns that the text takes in a terminal; East Asian wide characters take two. */
export const displayWidth = (text: string): number => [...text].reduce((sum, char) => sum + charWidth(char), 0);

/** At most `width` columns; a cut is marked with `ellipsis`. */
export const shorten = (text: string, width: number, ellipsis = '~'): string => {
  if (displayWidth(text) <= width) {
    return text;
  }
  let kept = '';
  let used = displayWidth(ellipsis);
  for (const char of text) {
    used += charWidth(char);
    if (used > width) {
      break;
    }
    kept += char;
  }
  return kept + ellipsis;
};

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

/** Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const push = (): void => {
    lines.push(line);
    line = '';
  };
  for (const word of text.split(' ').filter((part) => part !== '')) {
    let rest = word;
    if (line !== '' && displayWidth(line) + 1 + displayWidth(rest) > width) {
      push();
    }
    while (displayWidth(rest) > width) {
      const head = shorten(rest, width, '');
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '') {
    push();
  }
  return lines;
};
