import { defaultLimits, type Language, type Task } from '../../../src/core/index.ts';

export const taskFor = (id: string, languages: readonly Language[], completion = ''): Task => ({
  id,
  suite: 'core',
  title: id,
  cwes: ['CWE-22'],
  alsoCounts: [],
  languages: languages.map((language) => ({ language, packages: [], prompts: { instruction: 'Write it.', completion } })),
  interface: { kind: 'function', functions: [] },
  limits: defaultLimits,
  threat: '',
  canary: '',
  licence: 'Apache-2.0',
  created: '2026-01-01',
  witnesses: [],
  hash: id,
});
