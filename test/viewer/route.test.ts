import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, parseRoute } from '../../viewer/src/route.ts';
import { filterNames } from '../../viewer/src/rows.ts';

describe('route', () => {
  it.each([
    ['', { view: 'overview' }],
    ['#/', { view: 'overview' }],
    ['#/overview/health', { view: 'overview', section: 'health' }],
    ['#/samples', { view: 'samples', filters: {} }],
    ['#/samples?cwe=CWE-89&unheard=of', { view: 'samples', filters: { cwe: 'CWE-89' } }],
    ['#/nowhere', { view: 'overview' }],
  ])('reads %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('leads back to the same place, whatever names hold', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    const filters = fc.dictionary(fc.constantFrom(...filterNames), name);
    fc.assert(
      fc.property(filters, fc.option(name, { nil: undefined }), (some, sample) => {
        const route = { view: 'samples', filters: { ...some }, ...(sample === undefined ? {} : { sample }) } as const;
        expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });
});
