import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { busyProcesses } from '../../src/cli/commands/tasks/busy-processes.ts';
import { checkProgressText } from '../../src/cli/commands/tasks/check-progress.ts';

describe('the progress of a check', () => {
  test('says what is done, how fast, how long it may take, and which pair was last', () => {
    expect(checkProgressText({ done: 30, total: 120, last: 'read-note (go)' }, 10)).toBe(
      '30/120 witnesses · 3.0/s · about 30 s left · read-note (go)',
    );
  });

  test('guesses nothing before there is something to go by', () => {
    expect(checkProgressText({ done: 0, total: 120, last: undefined }, 0)).toBe('0/120 witnesses');
    expect(checkProgressText({ done: 4, total: 120, last: undefined }, 2)).toBe('4/120 witnesses · 2.0/s');
  });
});

/** The text of a file of /proc; empty where its process is gone. */
const procText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Living children of this process that spin. */
const spinning = (): number =>
  readdirSync('/proc').filter((entry) => {
    const [state, parent] = procText(`/proc/${entry}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    return parent === String(process.pid) && state !== 'Z' && procText(`/proc/${entry}/cmdline`).includes('const spin');
  }).length;

const until = async (condition: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
};

describe('busy processes', () => {
  test('are as many as asked for, and gone at the end', async () => {
    const load = busyProcesses(2);
    expect(await until(() => spinning() === 2)).toBe(true);
    load.end();
    expect(await until(() => spinning() === 0)).toBe(true);
  });

  test('may be none', () => {
    busyProcesses(0).end();
    expect(spinning()).toBe(0);
  });
});
