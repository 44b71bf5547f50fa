import { SandboxError } from './sandbox.ts';

/**
 * The parts of a path below `/work`, given absolute or relative to it.
 * Throws where it names something else: the tests' mistake, not the candidate's.
 */
export const workPath = (path: string): readonly string[] => {
  if (path.startsWith('/') && path !== '/work' && !path.startsWith('/work/')) {
    throw new SandboxError(
      `the path ${JSON.stringify(path)} is not below /work; only the work folder can be read and written from outside`,
    );
  }
  const parts = path
    .replace(/^\/work(\/|$)/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || path.includes('\0')) throw new SandboxError(`the path ${JSON.stringify(path)} leaves its folder`);
  return parts;
};
