import type { Finding, UnknownReason } from '../core/index.ts';
import type { FileReport } from './analyzer.ts';
import { describeEnd, type ProcessEnd } from './run-process.ts';

/** Why a file, or a batch with that file in it, has no result. */
export type Failure = { readonly reason: UnknownReason; readonly detail: string };

export const analyzed = (findings: readonly Finding[]): FileReport => ({ status: 'analyzed', findings });
export const failed = (reason: UnknownReason, detail: string): FileReport => ({ status: 'failed', reason, detail });

/** The failure that an end stands for. Throws where the tool did not even start: no file is to blame for that. */
export const failureOfEnd = (tool: string, end: ProcessEnd & { readonly stderr: string }): Failure => {
  const said = end.stderr.trim().split('\n').slice(-2).join(' ').slice(0, 300);
  const detail = `${tool} ${describeEnd(end)}${said === '' ? '' : `: ${said}`}`;
  if (end.ended === 'not-started') throw new Error(detail);
  return { reason: end.ended === 'timeout' ? 'timeout' : 'tool-crashed', detail };
};

/** Lines as Python, C and JavaScript count them. */
const linesOf = (code: string): readonly string[] => code.split(/\r\n|\n|\r/);

/**
 * Turns a tool's 1-based column in bytes of UTF-8 into a 1-based column in UTF-16 units, which is what the rest of Fathom counts.
 * A column past the end of its line stays one past the end.
 */
export const byteColumns = (code: string): ((line: number, byteColumn: number) => number) => {
  if (/^[\x00-\x7f]*$/.test(code)) return (_line, byteColumn) => byteColumn;
  const lines = linesOf(code);
  return (line, byteColumn) => {
    const bytes = Buffer.from(lines[line - 1] ?? '', 'utf8');
    return bytes.subarray(0, byteColumn - 1).toString('utf8').length + 1;
  };
};

/** Turns a tool's 1-based column in code points into a 1-based column in UTF-16 units. */
export const codePointColumns = (code: string): ((line: number, column: number) => number) => {
  if (/^[\x00-\x7f]*$/.test(code)) return (_line, column) => column;
  const lines = linesOf(code);
  return (line, column) =>
    Array.from(lines[line - 1] ?? '')
      .slice(0, column - 1)
      .join('').length + 1;
};
