import { execFile } from 'node:child_process';

export type EngineAnswer = { readonly ok: boolean; readonly text: string };

const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What an engine needs of the surroundings to find its daemon and storage; nothing of it enters the container. */
export const engineEnvironment = (): Record<string, string> => {
  const kept = ['HOME', 'XDG_RUNTIME_DIR', 'DOCKER_HOST', 'CONTAINER_HOST'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { PATH: process.env.PATH ?? searchPath, ...Object.fromEntries(kept) };
};

/** Asks the engine one thing. Never throws: `text` is its answer, or its complaint. */
export const askEngine = (file: string, argv: readonly string[]): Promise<EngineAnswer> =>
  new Promise((resolve) => {
    execFile(file, [...argv], { timeout: 60_000, env: engineEnvironment() }, (error, stdout, stderr) => {
      resolve(error === null ? { ok: true, text: stdout.trim() } : { ok: false, text: stderr.trim() || error.message });
    });
  });
