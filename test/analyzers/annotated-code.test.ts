import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { astGrep } from '../../src/analyzers/ast-grep.ts';
import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { clangTidy } from '../../src/analyzers/clang-tidy.ts';
import { cppcheck } from '../../src/analyzers/cppcheck.ts';
import { eslintSecurity } from '../../src/analyzers/eslint-security.ts';
import { fathomPatterns } from '../../src/analyzers/fathom-patterns.ts';
import { flawfinder } from '../../src/analyzers/flawfinder.ts';
import { gccAnalyzer } from '../../src/analyzers/gcc-analyzer.ts';
import { goVet } from '../../src/analyzers/go-vet.ts';
import { noUnsanitized } from '../../src/analyzers/no-unsanitized.ts';
import { recheck } from '../../src/analyzers/recheck.ts';
import { ruff } from '../../src/analyzers/ruff.ts';
import { type CweId, languageOfExtension } from '../../src/core/index.ts';
import { run } from './tools.ts';

type Line = { readonly line: number; readonly cwe: readonly CweId[] };

/** Lines marked `expect: CWE-1 CWE-2`; every other line, marked `ok` or not, expects no CWE. */
const expectationsOf = (code: string): readonly Line[] =>
  code.split('\n').flatMap((text, index) => {
    const words = /(?:#|\/\/) expect: (.*)$/.exec(text)?.[1];
    return words === undefined
      ? []
      : [{ line: index + 1, cwe: Array.from(words.matchAll(/CWE-(\d+)/g), ([, id]): CweId => `CWE-${Number(id)}`).sort() }];
  });

describe('annotated code', () => {
  it.for([
    { analyzer: ruff(), file: 'ruff.py' },
    { analyzer: eslintSecurity(), file: 'eslint-security.js' },
    { analyzer: cppcheck(run), file: 'cppcheck.c' },
    { analyzer: flawfinder(run), file: 'flawfinder.c' },
    { analyzer: clangAnalyzer(run), file: 'clang-analyzer.c' },
    { analyzer: clangAnalyzer(run), file: 'clang-analyzer.cpp' },
    { analyzer: clangTidy(run), file: 'clang-tidy.c' },
    { analyzer: clangTidy(run), file: 'clang-tidy.cpp' },
    { analyzer: gccAnalyzer(run), file: 'gcc-analyzer.c' },
    { analyzer: eslintSecurity(), file: 'eslint-security.ts' },
    { analyzer: noUnsanitized(), file: 'no-unsanitized.js' },
    { analyzer: recheck(), file: 'recheck.py' },
    { analyzer: goVet(run), file: 'go-vet.go' },
    { analyzer: astGrep(), file: 'ast-grep.go' },
    { analyzer: fathomPatterns(), file: 'fathom-patterns.java' },
  ])('$analyzer.id finds in $file what is marked there, with these CWEs, and nothing else', async ({ analyzer, file }, context) => {
    const detection = await analyzer.detect();
    if (detection.state !== 'ready') context.skip(detection.problem);
    const code = readFileSync(new URL(`../fixtures/analyzers/annotated/${file}`, import.meta.url), 'utf8');
    const language = languageOfExtension(file.split('.').at(-1) ?? '') ?? analyzer.languages[0];
    const [report] = await analyzer.analyze([{ name: 'sample', language, code }]);
    const found = new Map<number, Set<CweId>>();
    for (const { cwe, location } of report?.status === 'analyzed' ? report.findings : []) {
      const line = location?.line ?? 0;
      if (cwe.length > 0) found.set(line, new Set([...(found.get(line) ?? []), ...cwe]));
    }
    const lines = [...found].map(([line, cwe]): Line => ({ line, cwe: [...cwe].sort() })).sort((a, b) => a.line - b.line);
    expect(lines).toEqual(expectationsOf(code));
  });
});
