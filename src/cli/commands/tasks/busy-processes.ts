import { spawn } from 'node:child_process';

/** However long a check takes, no busy process outlives this. */
const atMostMs = 4 * 60 * 60 * 1000;

/** Busy for 200 ms at a time; in between it notices that its parent is gone, because then its standard input ends. */
const program = `
  const end = Date.now() + ${atMostMs};
  process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();
  const spin = () => {
    const until = Date.now() + 200;
    while (Date.now() < until);
    if (Date.now() > end) process.exit();
    setImmediate(spin);
  };
  spin();
`;

/** Keeps so many processors busy until `end` is called, or until this process is gone. */
export const busyProcesses = (count: number): { end(): void } => {
  const children = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'ignore', 'ignore'], env: {} });
    // One that does not start, or is gone already, makes the machine less busy and nothing worse.
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    return child;
  });
  return {
    end() {
      for (const child of children) child.kill('SIGKILL');
    },
  };
};
