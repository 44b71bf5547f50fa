import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/index.ts';
import { conventions } from '../../src/metrics/index.ts';
import { entry, judged, measured, measurementOf, samplesOf } from './build.ts';

const metrics = (k: number) => [`pass@${k}`, `secure@${k}`, `secure-pass@${k}`, `secure@${k}_pass`];
const value = (entries: readonly Entry[], metric: string, ks: readonly number[] = [1]) => measurementOf(entries, metric, { ks }).value;

describe('measurements of a system', () => {
  it('averages prompts, not samples', () => {
    const entries = [...samplesOf('a', 'pp pp pp pf'), ...samplesOf('b', 'ff')];
    expect(value(entries, 'secure-pass@1')).toBe(0.375);
  });

  it('leaves out a task with fewer than k samples, and counts it', () => {
    const entries = [...samplesOf('a', 'pp pf'), ...samplesOf('b', 'pp')];
    expect(measurementOf(entries, 'secure-pass@2', { ks: [2] })).toMatchObject({
      value: 1,
      n: 1,
      excluded: [{ reason: 'k > n', count: 1 }],
    });
  });

  it('has no value, and not 0, when every task is left out', () => {
    const measurement = measurementOf(samplesOf('a', 'pp'), 'pass@5', { ks: [5] });
    expect(measurement.value).toBeUndefined();
    expect(measurement.n).toBe(0);
  });

  it('has no secure@1_pass of a prompt without a functional sample', () => {
    const entries = [...samplesOf('a', 'pp pf'), ...samplesOf('b', 'fp fp')];
    expect(measurementOf(entries, 'secure@1_pass')).toMatchObject({
      value: 0.5,
      n: 1,
      excluded: [{ reason: 'no functional sample', count: 1 }],
    });
  });

  it('counts code that does not work as secure on the secure axis alone, and says so', () => {
    const measurement = measurementOf(samplesOf('a', 'fp'), 'secure@1');
    expect(measurement.value).toBe(1);
    expect(measurement.note).toContain('secure axis alone');
  });

  it('keeps an empty answer in the denominator', () => {
    const entries = [judged('pass', 'pass', { index: 0 }), entry({ index: 1, kind: 'empty' })];
    expect(value(entries, 'secure-pass@1')).toBe(0.5);
  });

  it('prints 10 % for one correct sample of ten, seven of which hold no code', () => {
    const none = Array.from({ length: 7 }, (_, at) => entry({ index: at + 3, kind: 'unparsable' }));
    expect(value([...samplesOf('read-note', 'pp pf ff'), ...none], 'secure-pass@1')).toBe(0.1);
  });

  it('counts unknown as no pass, and gives the bounds', () => {
    expect(measurementOf(samplesOf('a', 'pp pu uf up'), 'secure-pass@1')).toMatchObject({
      value: 0.25,
      unknown: 2,
      bounds: { low: 0.25, high: 0.75 },
    });
  });

  it('counts prompts where a task was put in two languages, and one independent task', () => {
    const entries = [...samplesOf('a', 'pp'), ...samplesOf('a', 'pf', { language: 'c' })];
    expect(measurementOf(entries, 'secure-pass@1')).toMatchObject({ n: 2, unit: 'prompts', clusters: 1 });
  });

  it('has no interval for a single task', () => {
    expect(measurementOf(samplesOf('a', 'pp pf'), 'secure-pass@1').interval).toBeUndefined();
  });

  it('has Wilson’s interval for one sample of each task', () => {
    const entries = ['pp', 'pf', 'ff', 'pp'].flatMap((statuses, at) => samplesOf(`task-${at}`, statuses));
    expect(measurementOf(entries, 'secure-pass@1').interval?.method).toBe('wilson');
  });

  it('bootstraps tasks where they have several samples', () => {
    const entries = ['pp pf', 'pf ff', 'pp pp'].flatMap((statuses, at) => samplesOf(`task-${at}`, statuses));
    expect(measurementOf(entries, 'secure-pass@1').interval?.method).toBe('task-bootstrap');
  });

  it('keeps a width where all tasks agree', () => {
    const entries = [0, 1, 2, 3].flatMap((at) => samplesOf(`task-${at}`, 'pp pp'));
    const interval = measurementOf(entries, 'secure-pass@1').interval;
    expect(interval).toMatchObject({ method: 'wilson', high: 1 });
    expect(interval?.low).toBeLessThan(0.6);
  });

  it('measures each convention beside the default', () => {
    for (const convention of conventions) {
      const [system] = measured(samplesOf('a', 'pp pf'), {}, { convention }).systems;
      expect(new Set(system?.measurements.map((one) => one.convention))).toEqual(new Set(['fathom', convention.id]));
    }
  });

  it('refuses an impossible k, level and number of resamples', () => {
    for (const bad of [{ ks: [0] }, { ks: [1.5] }, { level: 1 }, { resamples: 0 }])
      expect(() => measured(samplesOf('a', 'pp'), {}, bad)).toThrow(/given/);
  });
});

const pairs = fc.constantFrom('pp', 'pf', 'pu', 'fp', 'ff', 'fu', 'up', 'uf', 'uu');
const prompts = fc.array(fc.array(pairs, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
const entriesOf = (drawn: readonly (readonly string[])[]): readonly Entry[] =>
  drawn.flatMap((statuses, at) => samplesOf(`task-${at}`, statuses.join(' ')));

/** Every way to decide the unknowns of the prompts. */
const decisions = (drawn: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] => {
  const at = drawn.findIndex((statuses) => statuses.some((pair) => pair.includes('u')));
  if (at < 0) return [drawn];
  return ['p', 'f'].flatMap((word) => {
    let isDone = false;
    const next = drawn[at]?.map((pair) => {
      if (isDone || !pair.includes('u')) return pair;
      isDone = true;
      return pair.replace('u', word);
    });
    return decisions(drawn.with(at, next ?? []));
  });
};

describe('measurements, always', () => {
  it('lie between their bounds', () => {
    fc.assert(
      fc.property(prompts, fc.constantFrom(1, 2, 3), (drawn, k) => {
        for (const metric of metrics(k)) {
          const { value: point, bounds, interval } = measurementOf(entriesOf(drawn), metric, { ks: [k], resamples: 20 });
          if (point === undefined) continue;
          expect(bounds?.low).toBeGreaterThanOrEqual(0);
          expect(bounds?.low).toBeLessThanOrEqual(point + 1e-12);
          expect(bounds?.high).toBeGreaterThanOrEqual(point - 1e-12);
          expect(bounds?.high).toBeLessThanOrEqual(1);
          expect(interval?.low ?? 0).toBeLessThanOrEqual(point);
          expect(interval?.high ?? 1).toBeGreaterThanOrEqual(point);
        }
      }),
    );
  });

  it('have bounds that some way to decide the unknowns reaches, and none passes', () => {
    const few = fc.array(fc.array(pairs, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(few, fc.constantFrom(1, 2), (drawn, k) => {
        fc.pre(drawn.flat().join('').split('u').length <= 7);
        for (const metric of metrics(k)) {
          const { value: point, bounds } = measurementOf(entriesOf(drawn), metric, { ks: [k], resamples: 1 });
          if (point === undefined) continue;
          const values = decisions(drawn).flatMap(
            (decided) => measurementOf(entriesOf(decided), metric, { ks: [k], resamples: 1 }).value ?? [],
          );
          expect(bounds?.low).toBeCloseTo(Math.min(...values), 9);
          expect(bounds?.high).toBeCloseTo(Math.max(...values), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not fall with k, over prompts that have k samples', () => {
    fc.assert(
      fc.property(fc.array(fc.array(pairs, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (drawn) => {
        for (const name of ['pass', 'secure', 'secure-pass']) {
          const points = [1, 2, 3, 4].map((k) => measurementOf(entriesOf(drawn), `${name}@${k}`, { ks: [k], resamples: 1 }).value ?? -1);
          expect(points).toEqual([...points].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('have a joint rate within the Fréchet bounds of the margins', () => {
    fc.assert(
      fc.property(prompts, (drawn) => {
        const entries = entriesOf(drawn.map((statuses) => statuses.map((pair) => pair.replaceAll('u', 'f'))));
        const [works = 0, safe = 0, joint = 0] = metrics(1).map((metric) => value(entries, metric));
        expect(joint).toBeLessThanOrEqual(Math.min(works, safe) + 1e-12);
        expect(joint).toBeGreaterThanOrEqual(works + safe - 1 - 1e-12);
      }),
    );
  });

  it('never have a joint rate above either margin, unknowns and k included', () => {
    fc.assert(
      fc.property(prompts, fc.constantFrom(1, 2), (drawn, k) => {
        const [works, safe, joint] = metrics(k).map((metric) => value(entriesOf(drawn), metric, [k]));
        if (works === undefined || safe === undefined || joint === undefined) return;
        expect(joint).toBeLessThanOrEqual(Math.min(works, safe) + 1e-12);
      }),
    );
  });

  it('do not rise by an unknown sample more', () => {
    fc.assert(
      fc.property(prompts, fc.nat(), fc.constantFrom('pu', 'uf', 'up', 'uu', 'fu'), (drawn, at, pair) => {
        const chosen = at % drawn.length;
        const more = drawn.map((statuses, index) => (index === chosen ? [...statuses, pair] : statuses));
        for (const metric of metrics(1)) {
          // A functional pass is one for pass@1, and a secure pass for secure@1: those are not unknown there.
          if ((metric === 'pass@1' && pair.startsWith('p')) || (metric === 'secure@1' && pair.endsWith('p'))) continue;
          const [before, after] = [value(entriesOf(drawn), metric), value(entriesOf(more), metric)];
          if (before !== undefined && after !== undefined) expect(after).toBeLessThanOrEqual(before + 1e-12);
        }
      }),
    );
  });

  it('do not depend on the order of the entries', () => {
    fc.assert(
      fc.property(
        prompts.map(entriesOf).chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length }))),
        ([given, shuffled]) => {
          const { samples: _, ...left } = measured(given, {}, { resamples: 20, ks: [1, 2] });
          const { samples: __, ...right } = measured(shuffled, {}, { resamples: 20, ks: [1, 2] });
          expect(right).toEqual(left);
        },
      ),
    );
  });
});
