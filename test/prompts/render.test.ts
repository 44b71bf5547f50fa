import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { promptStyles, wordings } from '../../src/core/index.ts';
import { type PromptSource, renderPrompt } from '../../src/prompts/index.ts';
import { pairs, sourceFor } from './sources.ts';

/** Every prompt of a task in a language, one after the other, each below a line that names it. */
const allOf = (source: PromptSource): string =>
  promptStyles
    .flatMap((style) => wordings.map((wording) => `=== ${style}, ${wording} ===\n${renderPrompt(source, style, wording)}`))
    .join('\n');

test.each(pairs)('$name in $language reads as test/fixtures/prompts says', async ({ name, language }) => {
  const expected = await readFile(new URL(`../fixtures/prompts/${name}/${language}.txt`, import.meta.url), 'utf8');
  expect(allOf(sourceFor(name, language))).toBe(expected);
});
