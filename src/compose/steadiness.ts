import { join } from 'node:path';
import { type Language, languageOfExtension } from '../core/index.ts';
import type { Suite } from '../datasets/dataset.ts';
import { loadFamily } from '../datasets/variants/family-folder.ts';
import { type Variant, variantMaker } from '../datasets/variants/make-variant.ts';
import { type Difficulty, difficultyKeys, difficultyOf, meanDifficulty, type Spread, spreadOf } from '../variants/index.ts';

/** How much the secure witnesses of a family differ from seed to seed; of each seed the mean over them is taken. */
export type Steadiness = {
  readonly task: string;
  readonly language: Language;
  readonly variants: number;
  readonly seeds: number;
  readonly spread: Readonly<Record<keyof Difficulty, Spread>>;
};

/** Measures the families of a suite over the seeds 1 to `seeds`. Tasks without variants are left out. */
export const steadinessOf = async (suite: Suite, tasks: readonly string[], seeds: number): Promise<readonly Steadiness[]> => {
  const rows: Steadiness[] = [];
  for (const id of tasks) {
    const family = await loadFamily(join(suite.source, id), id);
    if (family === undefined) continue;
    const make = variantMaker(family);
    const measured = Array.from({ length: seeds }, (_, index) => secureDifficulty(make(index + 1)));
    for (const language of new Set(measured.flatMap((each) => [...each.keys()]))) {
      const spread = spreadsOf(measured.flatMap((each) => each.get(language) ?? []));
      if (spread !== undefined) rows.push({ task: id, language, variants: family.variants, seeds, spread });
    }
  }
  return rows;
};

const secureDifficulty = ({ files }: Variant): ReadonlyMap<Language, Difficulty> => {
  const found = new Map<Language, Difficulty[]>();
  for (const { path, content } of files) {
    const extension = /^witnesses\/[^/]+\/secure(?:-\d+)?\.([a-z]+)$/.exec(path)?.[1];
    const language = extension === undefined ? undefined : languageOfExtension(extension);
    if (language === undefined) continue;
    found.set(language, [...(found.get(language) ?? []), difficultyOf(language, content.toString())]);
  }
  return new Map(
    [...found].flatMap(([language, all]) => {
      const mean = meanDifficulty(all);
      return mean === undefined ? [] : [[language, mean]];
    }),
  );
};

const spreadsOf = (all: readonly Difficulty[]): Steadiness['spread'] | undefined => {
  const [characters, tokens, branches, imports] = difficultyKeys.map((key) => spreadOf(all.map((each) => each[key])));
  if (characters === undefined || tokens === undefined || branches === undefined || imports === undefined) return undefined;
  return { characters, tokens, branches, imports };
};
