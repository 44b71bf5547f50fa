import { styleText } from 'node:util';

/** Where text goes: results to standard output, everything else to standard error, so that `--json` stays clean. */
export type Console = {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** Standard error is a terminal that can redraw a line. */
  readonly live: boolean;
  /** Standard output may carry colours. */
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Columns of standard output; 80 where it is no terminal. */
  readonly width: number;
  /** Redraws the last line of standard error; an empty text clears it. */
  readonly redraw: (text: string) => void;
};

export const processConsole = (): Console => {
  const { stdout, stderr, env } = process;
  const plain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const live = stderr.isTTY === true && (env.CI ?? '') === '' && env.TERM !== 'dumb';
  let drawn = false;
  const clear = (): void => {
    if (drawn) stderr.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    out: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    live,
    colour: !plain && stdout.isTTY === true,
    unicode: !/^(C|POSIX)$/.test(env.LC_ALL ?? env.LC_CTYPE ?? env.LANG ?? 'UTF-8') || stdout.isTTY !== true,
    width: Math.max(60, Math.min(stdout.columns ?? 80, 120)),
    redraw: (text) => {
      if (!live) return;
      clear();
      if (text === '') return;
      stderr.write(styleText('dim', text.slice(0, (stderr.columns ?? 80) - 1)));
      drawn = true;
    },
  };
};
