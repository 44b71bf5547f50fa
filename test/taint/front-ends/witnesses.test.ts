import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/index.ts';
import { type LowerText, lowererOf } from '../../support/lower.ts';
import { witnessFiles } from '../../support/witnesses.ts';

const lowerers = new Map<Language, LowerText>();

beforeAll(async () => {
  for (const language of languages) lowerers.set(language, await lowererOf(language));
});

/** Parts of nodes that no front end understood, with where they stand. */
const others = (value: unknown, found: string[] = []): readonly string[] => {
  if (typeof value !== 'object' || value === null) return found;
  if ('kind' in value && (value.kind === 'other' || value.kind === 'other-statement') && 'syntax' in value)
    found.push(String(value.syntax));
  for (const inner of Object.values(value)) others(inner, found);
  return found;
};

/** Witnesses with something that is not understood, and why that is right. */
const exceptions: Readonly<Record<string, string>> = {};

describe('every witness is understood in full', () => {
  it.each(languages)('%s', (language) => {
    const lower = lowerers.get(language);
    const failures = witnessFiles()
      .filter((file) => file.language === language && exceptions[file.path] === undefined)
      .map(({ path, source }) => {
        const program = lower?.(source);
        const errors = program?.errors.map(({ line, column }) => `${line}:${column}`) ?? ['no front end'];
        return { path, errors, others: others(program?.body) };
      })
      .filter(({ errors, others: unknown }) => errors.length > 0 || unknown.length > 0)
      .map(({ path, errors, others: unknown }) => `${path}: errors ${errors.join(' ')}; ${unknown.join(' ')}`);
    expect(failures).toEqual([]);
  });
});
