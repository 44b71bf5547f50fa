import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../core/index.ts';

/** The text of a file without a byte-order mark. Throws a UserError where it can't be read or is not UTF-8. */
export const readText = async (path: string): Promise<string> => {
  let content: Uint8Array;
  try {
    content = await readFile(path);
  } catch (cause) {
    throw new UserError('unreadable-file', `${path} can't be read: ${messageOf(cause)}`, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new UserError('not-utf8', `${path} is not UTF-8 text. Convert it first; Fathom does not guess encodings.`, { cause });
  }
};

/** A line that is not blank, and its number from 1. */
export type NumberedLine = { readonly number: number; readonly text: string; readonly isLast: boolean };

export const fullLines = (text: string): readonly NumberedLine[] => {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line.endsWith('\r') ? line.slice(0, -1) : line }));
  const full = lines.filter((line) => line.text.trim() !== '');
  return full.map((line, index) => ({ ...line, isLast: index === full.length - 1 }));
};
