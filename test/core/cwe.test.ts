import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentCwe, isKnownCwe, parentsOf, parseCwe, related } from '../../src/core/cwe.ts';
import { cweParents, cwePillars, cweReplacements } from '../../src/core/cwe-tree.ts';
import type { CweId } from '../../src/core/task.ts';

const ids: readonly CweId[] = cweParents
  .trim()
  .split(/\s+/)
  .map((entry): CweId => `CWE-${Number(entry.split(':')[0])}`);
const anyId = fc.constantFrom(...ids, ...cwePillars.map((id): CweId => `CWE-${id}`));

describe('related', () => {
  it.each<[CweId, CweId]>([
    ['CWE-89', 'CWE-89'],
    ['CWE-943', 'CWE-89'],
    ['CWE-74', 'CWE-89'],
    ['CWE-95', 'CWE-94'],
    ['CWE-564', 'CWE-89'],
    ['CWE-36', 'CWE-22'],
    ['CWE-119', 'CWE-787'],
    ['CWE-122', 'CWE-787'],
    ['CWE-338', 'CWE-330'],
    ['CWE-259', 'CWE-798'],
    ['CWE-328', 'CWE-327'],
  ])('relates %s to a task about %s', (finding, task) => {
    expect(related(finding, [task])).toBe(true);
  });

  it.each<[CweId, CweId]>([
    ['CWE-79', 'CWE-89'],
    ['CWE-20', 'CWE-89'],
    ['CWE-120', 'CWE-787'],
    ['CWE-125', 'CWE-787'],
    ['CWE-703', 'CWE-209'],
    ['CWE-664', 'CWE-22'],
    ['CWE-707', 'CWE-79'],
    ['CWE-693', 'CWE-327'],
    ['CWE-682', 'CWE-190'],
    ['CWE-22', 'CWE-664'],
    ['CWE-310', 'CWE-327'],
  ])('does not relate %s to a task about %s', (finding, task) => {
    expect(related(finding, [task])).toBe(false);
  });

  it('relates a pillar, and an id that is in no tree, to itself', () => {
    expect(related('CWE-703', ['CWE-703'])).toBe(true);
    expect(related('CWE-310', ['CWE-310'])).toBe(true);
  });

  it('counts what the task lists besides, and what lies below it, but not what lies above', () => {
    expect(related('CWE-120', ['CWE-787'], ['CWE-120'])).toBe(true);
    expect(related('CWE-785', ['CWE-787'], ['CWE-120'])).toBe(true);
    expect(related('CWE-943', ['CWE-79'], ['CWE-89'])).toBe(false);
  });

  it('replaces deprecated ids on both sides', () => {
    expect(related('CWE-247', ['CWE-350'])).toBe(true);
    expect(related('CWE-532', ['CWE-534'])).toBe(true);
    expect(currentCwe('CWE-443')).toBe('CWE-113');
  });

  it('relates nothing to a task without weaknesses', () => {
    expect(related('CWE-89', [])).toBe(false);
  });

  it('is symmetric, and every weakness relates to itself', () => {
    fc.assert(
      fc.property(anyId, anyId, (a, b) => {
        expect(related(a, [a])).toBe(true);
        expect(related(a, [b])).toBe(related(b, [a]));
      }),
    );
  });
});

describe('the tree', () => {
  it('has only known parents, no weakness that is its own ancestor, and a pillar above each', () => {
    const rootsOf = (id: CweId, path: readonly CweId[]): readonly CweId[] => {
      expect(path).not.toContain(id);
      expect(isKnownCwe(id), id).toBe(true);
      const parents = parentsOf(id);
      return parents.length === 0 ? [id] : parents.flatMap((parent) => rootsOf(parent, [...path, id]));
    };
    const pillars = new Set(cwePillars.map((id) => `CWE-${id}`));
    for (const id of ids)
      expect(
        rootsOf(id, []).every((root) => pillars.has(root)),
        id,
      ).toBe(true);
  });

  it('names each weakness once, and replaces only ids that are not in it by ids that are', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const [from, to] of Object.entries(cweReplacements)) {
      expect(ids).not.toContain(`CWE-${from}`);
      expect(isKnownCwe(`CWE-${to}`), from).toBe(true);
    }
  });

  it('knows the parents of a weakness, and none of a pillar or a category', () => {
    expect(parentsOf('CWE-94')).toEqual(['CWE-74', 'CWE-913']);
    expect(parentsOf('CWE-707')).toEqual([]);
    expect(isKnownCwe('CWE-310')).toBe(false);
  });
});

describe('parseCwe', () => {
  it.each([
    ['CWE-89', 'CWE-89'],
    ['cwe-089', 'CWE-89'],
    ['78', 'CWE-78'],
    ['CWE-119!', 'CWE-119'],
    ['CWE-22: Path traversal', 'CWE-22'],
  ])('reads %s', (text, id) => {
    expect(parseCwe(text)).toBe(id);
  });

  it.each(['', 'CWE-', 'CWE-0', 'none', 'CWE-12x'])('refuses %j', (text) => {
    expect(parseCwe(text)).toBeUndefined();
  });
});
