import { type CweId, defaultLimits, type Language, type Task } from '../../src/core/index.ts';

/** A task without tests or witnesses, for tests of what happens around tasks. */
export const taskNamed = (id: string, languages: readonly Language[], cwes: readonly CweId[]): Task => ({
  id,
  suite: 'test',
  title: id,
  cwes,
  alsoCounts: [],
  languages: languages.map((language) => ({ language, packages: [], prompts: { instruction: `write ${id}`, completion: `# ${id}\n` } })),
  interface: { kind: 'function', functions: [] },
  limits: defaultLimits,
  threat: '',
  canary: '',
  licence: 'Apache-2.0',
  created: '2026-11-22',
  witnesses: [],
  hash: `hash of ${id}`,
});
