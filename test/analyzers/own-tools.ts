import { fileURLToPath } from 'node:url';
import type { Analyzer } from '../../src/analyzers/analyzer.ts';
import type { TimeBudget } from '../../src/analyzers/batches.ts';
import { bearer } from '../../src/analyzers/bearer.ts';
import { codeql } from '../../src/analyzers/codeql.ts';
import { gosec } from '../../src/analyzers/gosec.ts';
import { infer } from '../../src/analyzers/infer.ts';
import { pysa } from '../../src/analyzers/pysa.ts';
import { sarifTool } from '../../src/analyzers/sarif-tool.ts';
import { opengrep, semgrep } from '../../src/analyzers/semgrep.ts';
import { snykCode } from '../../src/analyzers/snyk-code.ts';
import type { Language } from '../../src/core/index.ts';
import { run } from './tools.ts';

/** A program of test/fixtures/tools that behaves as the tool of the name does. */
export const standIn = (name: string): string => fileURLToPath(new URL(`../fixtures/tools/${name}`, import.meta.url));

export type OwnToolCase = {
  readonly id: string;
  readonly create: (options?: { readonly command?: string; readonly budget?: TimeBudget }) => Analyzer;
  readonly language: Language;
  /** Marks in a file that the stand-in obeys, and what must become of that file alone. */
  readonly obeyed: readonly (readonly [mark: string, reason: string])[];
};

const everywhere = [
  ['DO_CRASH', 'tool-crashed'],
  ['DO_EXIT', 'tool-crashed'],
  ['DO_FLOOD', 'tool-crashed'],
  ['DO_GARBAGE', 'unparsable-output'],
  ['DO_HALF', 'unparsable-output'],
  ['DO_SYNTAX', 'unparsable-code'],
] as const;

const rules = [fileURLToPath(new URL('../fixtures/tools/common.cjs', import.meta.url))];

/** Every adaptor that a stand-in's program can play; SonarQube has a server besides, SpotBugs a compiler. */
export const ownToolCases: readonly OwnToolCase[] = [
  {
    id: 'codeql',
    create: (options) => codeql(run, { command: standIn('codeql'), languages: ['python', 'go'], ...options }),
    language: 'python',
    obeyed: [...everywhere, ['DO_SKIP', 'skipped-by-tool'], ['DO_NO_RULES', 'skipped-by-tool']],
  },
  {
    id: 'semgrep',
    create: (options) => semgrep(run, { command: standIn('semgrep'), languages: ['python', 'cpp'], rules, ...options }),
    language: 'python',
    obeyed: [
      ...everywhere,
      ['DO_SKIP', 'skipped-by-tool'],
      ['DO_PARTLY', 'unparsable-code'],
      ['DO_SLOW', 'timeout'],
      ['DO_RULE_ERROR', 'tool-broken'],
    ],
  },
  {
    id: 'opengrep',
    create: (options) => opengrep(run, { command: standIn('opengrep'), rules, ...options }),
    language: 'java',
    obeyed: [['DO_SKIP', 'skipped-by-tool']],
  },
  {
    id: 'gosec',
    create: (options) => gosec(run, { command: standIn('gosec'), ...options }),
    language: 'go',
    obeyed: [...everywhere, ['DO_SKIP', 'skipped-by-tool']],
  },
  {
    id: 'bearer',
    create: (options) => bearer(run, { command: standIn('bearer'), languages: ['javascript', 'go'], ...options }),
    language: 'javascript',
    obeyed: [...everywhere, ['DO_NO_RULES', 'skipped-by-tool']],
  },
  {
    id: 'snyk-code',
    create: (options) =>
      snykCode(run, { command: standIn('snyk'), languages: ['typescript', 'java'], token: 'token-of-a-test', ...options }),
    language: 'typescript',
    obeyed: [...everywhere, ['DO_SKIP', 'skipped-by-tool'], ['DO_NO_RULES', 'skipped-by-tool']],
  },
  {
    id: 'infer',
    create: (options) => infer(run, { command: standIn('infer'), ...options }),
    language: 'c',
    obeyed: [...everywhere, ['DO_SKIP', 'unparsable-code']],
  },
  {
    id: 'pysa',
    create: (options) => pysa(run, { command: standIn('pyre'), models: rules, ...options }),
    language: 'python',
    obeyed: [...everywhere, ['DO_NO_RULES', 'skipped-by-tool']],
  },
  {
    id: 'any',
    create: (options) =>
      sarifTool(run, {
        id: 'any',
        command: [options?.command ?? standIn('any-sarif'), '{folder}', '--to', '{output}'],
        languages: ['go', 'c'],
        ...(options?.budget === undefined ? {} : { 'time-limit': options.budget.baseMs / 1_000 }),
      }),
    language: 'go',
    obeyed: [...everywhere, ['DO_HUGE', 'tool-crashed'], ['DO_SKIP', 'skipped-by-tool'], ['DO_NO_RULES', 'skipped-by-tool']],
  },
];
