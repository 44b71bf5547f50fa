import type { z } from 'zod';
import { UserError } from '../../core/index.ts';
import { parseJsonLine } from '../../schemas/yaml-document.ts';
import { fullLines, readText } from './text-file.ts';

export type Row<T> = { readonly line: number; readonly value: T };

/**
 * The rows of a JSONL file, checked. One bad line refuses the file, with `file:line:column`:
 * a silently dropped line would change the denominator.
 */
export const parseRows = async <T extends z.ZodType>(path: string, schema: T): Promise<readonly Row<z.infer<T>>[]> => {
  const text = await readText(path);
  const lines = fullLines(text);
  if (lines.length === 0) throw new UserError('no-samples', `${path} holds no samples: every line is blank.`);
  return lines.map((line) => {
    try {
      return { line: line.number, value: parseJsonLine(path, line.number, line.text, schema) };
    } catch (thrown) {
      if (!(line.isLast && thrown instanceof UserError && !isJson(line.text))) throw thrown;
      throw new UserError(
        thrown.code,
        `${thrown.message}\nThis is the last line, and it is cut: the file was not written completely. Remove the line to evaluate the rest.`,
        { cause: thrown },
      );
    }
  });
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
