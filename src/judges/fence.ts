import { createHash } from 'node:crypto';

/**
 * What could end the fence, move a reader's eye or act on a server: control and direction characters, invisible letters, the hidden tag
 * alphabet, and the marks of chat templates, which some servers take for their own wherever they stand.
 */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]|\p{Cs}|<(?=\|)|\|(?=>)|\[(?=\/?INST\])|<(?=<\/?SYS>>)|<(?=\/?s>)|<(?=(?:start|end)_of_turn>)|｜/gu;

/** The text with such characters written as `\u{…}`; line feeds and tabs stay. */
export const escaped = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(unsafe, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`);

/** 32 hexadecimal digits that hang on the texts themselves: nobody who writes a text can know them, and the same texts give the same ones. */
export const markerFor = (seed: string, texts: readonly string[]): string => {
  for (let round = 0; ; round += 1) {
    const marker = createHash('sha256')
      .update(JSON.stringify([seed, round, ...texts]))
      .digest('hex')
      .slice(0, 32);
    if (!texts.some((text) => text.includes(marker))) return marker;
  }
};

/** A text between two lines that bear the marker. */
export const fenced = (marker: string, name: string, text: string): string =>
  `----- begin ${name.replaceAll('\n', ' ')} ${marker} -----\n${text}\n----- end ${name.replaceAll('\n', ' ')} ${marker} -----`;

/** Code with its line numbers: no line of it can begin where a fence does. */
export const numbered = (code: string): string => {
  const lines = escaped(code).replace(/\n$/, '').split('\n');
  const width = String(lines.length).length;
  return lines.map((line, index) => `${String(index + 1).padStart(width)}| ${line}`).join('\n');
};
