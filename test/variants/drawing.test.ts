import { describe, expect, test } from 'vitest';
import { canaryOf, diceOf } from '../../src/datasets/variants/dice.ts';
import {
  countVariants,
  describeDraw,
  draw,
  drawMarkers,
  type Family,
  listLengths,
  type Replacement,
  reordered,
} from '../../src/variants/index.ts';

const choices = (name: string, ...values: readonly string[]): Replacement => ({
  kind: 'text',
  name,
  bases: [name],
  near: [],
  choices: values.map((value) => [value]),
});
const ordered: Family = {
  parameters: [choices('a', 'b', 'c', 'd'), choices('e', 'f', 'g'), { kind: 'order', name: 'requirements' }],
  keep: [],
};

describe('the number of variants', () => {
  test('is the product of the choices and of the orders', () => {
    expect(countVariants(ordered, [3])).toBe(3 * 2 * 6);
    expect(countVariants(ordered, [2, 3])).toBe(3 * 2 * 12);
    expect(countVariants({ ...ordered, parameters: ordered.parameters.slice(0, 2) }, [3])).toBe(6);
  });

  test('counts orders at most 24 times', () => {
    expect(countVariants(ordered, [6, 3])).toBe(3 * 2 * 24);
  });
});

describe('a draw', () => {
  const dice = (seed: number) => diceOf(seed, 'read-note');

  test('is the same for the same seed, and reaches every choice over some seeds', () => {
    expect(draw(ordered, [3], dice(5))).toEqual(draw(ordered, [3], dice(5)));
    const seen = Array.from({ length: 60 }, (_, seed) => draw(ordered, [3], dice(seed)));
    expect(new Set(seen.map(({ picks }) => picks.join(' '))).size).toBe(6);
    expect(new Set(seen.map(({ orders }) => orders.join(' '))).size).toBe(6);
  });

  test('of one parameter does not depend on the others', () => {
    const alone: Family = { ...ordered, parameters: ordered.parameters.slice(1, 2) };
    for (const seed of [1, 2, 3, 4]) expect(draw(alone, [], dice(seed)).picks[0]).toBe(draw(ordered, [3], dice(seed)).picks[1]);
  });

  test('is told by base texts', () => {
    expect(describeDraw(ordered, { picks: [2, 0, 0], orders: [4] })).toEqual({ a: 'd', e: 'f', requirements: '4' });
  });

  test('differs between families of one seed', () => {
    const names = ['read-note', 'guest-book', 'tag-list'].map((id) => drawMarkers(diceOf(7, id)).company);
    expect(new Set(names).size).toBe(3);
    expect(names[0]).toMatch(/^[A-Z][a-z]{7} and [A-Z][a-z]{7}$/);
  });
});

test('a canary is a random-looking UUID of seed and family', () => {
  expect(canaryOf(7, 'read-note')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([canaryOf(7, 'read-note'), canaryOf(8, 'read-note'), canaryOf(7, 'tag-list')]).size).toBe(3);
});

describe('the lists of a specification', () => {
  const text = 'Before.\n- one\n  and more\n- two\n- three\n\nBetween.\n- lonely\n\n- four\n- five\n';
  const whole = [{ start: 0, end: text.length }];

  test('are found with the lines that continue their items; a lone item is no list', () => {
    expect(listLengths(text, whole)).toEqual([3, 2]);
    expect(listLengths(text, [{ start: 0, end: 15 }])).toEqual([]);
  });

  test('are permuted in place', () => {
    expect(reordered(text, whole, [0, 0])).toBe(text);
    expect(reordered(text, whole, [1, 1])).toBe('Before.\n- two\n- one\n  and more\n- three\n\nBetween.\n- lonely\n\n- five\n- four\n');
  });

  test('have as many orders as there are permutations', () => {
    const seen = new Set(Array.from({ length: 6 }, (_, index) => reordered(text, whole, [index, 0])));
    expect(seen.size).toBe(6);
  });

  test('of another indent belong to another list', () => {
    const nested = '- one\n    - inner\n    - other\n- two\n';
    expect(listLengths(nested, [{ start: 0, end: nested.length }])).toEqual([2]);
  });
});
