import { applyPatch, createTwoFilesPatch, parsePatch as parseWithPackage } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SourceFiles, sampleKinds } from '../../../src/core/index.ts';
import { shownFiles } from '../../../src/extraction/index.ts';
import { writePatch } from '../../../src/extraction/patches/write-patch.ts';
import { patching, shop } from './patching.ts';

// Few different lines, so that the same ones stand in many places; some read like parts of a patch.
const line = fc.constantFrom(
  'a',
  'b',
  'c',
  '',
  '  d',
  '-- x',
  '++ y',
  '@@ -1 +1 @@',
  '--- a/f',
  '+++ b/f',
  'diff --git a/f b/f',
  '\\ e',
  '```',
);
const content = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''));
const path = fc.constantFrom('f', 'app/f.py', 'app/g.py', 'b/f', 'README.md', 'constructor');
const files = fc.dictionary(path, content, { maxKeys: 5 }).map((given): SourceFiles => ({ ...given }));
const sorted = (given: SourceFiles): readonly (readonly [string, string])[] =>
  Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('the diff of two repositories', () => {
  it('applied to the first gives the second, given as a file or in a fence', () => {
    fc.assert(
      fc.property(files, files, (before, after) => {
        const patch = writePatch(before, after);
        for (const given of [{ given: patch }, { text: `So:\n\n~~~~~diff\n${patch}~~~~~\n` }]) {
          const found = patching({ ...given, repository: before });
          if (patch === '') expect(found.kind).toBe('empty');
          else {
            expect({ kind: found.kind, steps: found.provenance.steps }).toMatchObject({ kind: 'code' });
            expect(sorted(found.files ?? {})).toEqual(sorted(after));
            expect(found.code).toBe(patch);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is understood by the package diff', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const patch = writePatch({ f: before }, { f: after });
        const [parsed] = parseWithPackage(patch);
        if (parsed !== undefined) expect(applyPatch(before, parsed, { fuzzFactor: 0 })).toBe(after);
        else expect(before).toBe(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows each line of the new side where shownFiles says', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const patch = writePatch({ f: before }, { f: after });
        const lines = patch.split('\n');
        for (const [number, at] of shownFiles(patch).get('f')?.lines ?? [])
          expect(lines[at - 1]?.slice(1)).toBe(after.split('\n')[number - 1]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a patch of the package diff', () => {
  it('gives what the package would give', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        fc.pre(before !== after && before !== '');
        const patch = createTwoFilesPatch('a/app/f.py', 'b/app/f.py', before, after);
        const found = patching({ given: patch, repository: { 'app/f.py': before } });
        expect({ kind: found.kind, steps: found.provenance.steps, file: found.files?.['app/f.py'] }).toMatchObject({
          kind: 'code',
          file: after,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds its place when lines were added above', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000).map(String), { minLength: 12, maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (lines, more) => {
          fc.pre(new Set(lines).size === lines.length);
          const before = `${lines.join('\n')}\n`;
          const after = before.replace(`\n${lines[6]}\n`, '\nnew\n');
          const patch = createTwoFilesPatch('a/f', 'b/f', before, after);
          const above = 'above\n'.repeat(more);
          expect(patching({ given: patch, repository: { f: above + before } }).files?.f).toBe(above + after);
        },
      ),
    );
  });
});

describe('extraction of any patch', () => {
  const piece = fc.constantFrom(
    '```diff\n',
    '```\n',
    '--- a/app/main.py\n',
    '+++ b/app/main.py\n',
    '+++ /dev/null\n',
    '@@ -1,3 +1,4 @@\n',
    '@@\n',
    ' import os\n',
    '-DATA = {}\n',
    '+x\n',
    ' \n',
    '\n',
    'diff --git a/app/store.py b/app/store.py\n',
    'rename from app/store.py\n',
    'rename to app/data.py\n',
    'app/main.py\n',
    '\\ No newline at end of file\n',
    'Word.\n',
    '../x\n',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  it('never throws, is the same each time, and has files only where it is code or was cut off', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, cut) => {
        const found = patching({ text: given, finishReason: cut ? 'length' : 'stop' });
        expect(sampleKinds).toContain(found.kind);
        expect(found).toEqual(patching({ text: given, finishReason: cut ? 'length' : 'stop' }));
        expect(found.provenance.end).toBeLessThanOrEqual(given.length);
        expect(found.provenance.start).toBeLessThanOrEqual(found.provenance.end);
        if (found.kind === 'code') expect(writePatch(shop, found.files ?? {})).toBe(found.code);
        else if (found.kind !== 'truncated') expect(found.files).toBeUndefined();
      }),
      { numRuns: 3_000 },
    );
  });
});
