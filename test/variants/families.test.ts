import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages, type Task } from '../../src/core/index.ts';
import { loadTask } from '../../src/datasets/task-folder/load-suite.ts';
import { testLoader } from '../../src/datasets/task-folder/load-tests.ts';
import { type Variant, variantMaker } from '../../src/datasets/variants/make-variant.ts';
import { openTexts } from '../../src/datasets/variants/task-texts.ts';
import { checkTasks } from '../../src/pipeline/check-tasks.ts';
import { compile, type Family, isReplacement } from '../../src/variants/index.ts';
import { realOracle } from '../tasks/real-oracle.ts';
import { coreFolder, familyCache, familyIds, familyNamed, loadVariant } from './suite-families.ts';

/** FATHOM_SEEDS=50: the witnesses of so many variants in every language (or in FATHOM_LANGUAGES), instead of one in the quickest. */
const checkedSeeds = Number(process.env.FATHOM_SEEDS ?? '0');
const checkedLanguages = process.env.FATHOM_LANGUAGES?.split(',');
const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

const family = familyCache();
const loadTests = testLoader();
const { oracle, availability } = await realOracle(loadTests);
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fathom-variants-'));
});
afterAll(async () => {
  await oracle.close();
  await rm(root, { recursive: true, force: true });
});

const promptsOf = (task: Task): ReadonlyMap<string, string> =>
  new Map(
    task.languages.flatMap((each) =>
      Object.entries({ plain: each.prompts, explicit: 'explicitPrompts' in each ? (each.explicitPrompts ?? {}) : {} }).flatMap(
        ([wording, prompts]) => Object.entries(prompts).map(([style, text]) => [`${each.language}, ${style}, ${wording}`, String(text)]),
      ),
    ),
  );

const telling =
  /\b(secur\w*|vulnerab\w*|inject\w*|attack\w*|travers\w*|exploit\w*|malicious|hacker\w*|CWE|XSS|SSRF|XXE|sanitiz\w*|overflow\w*)\b/i;

const textOf = ({ files }: Variant, path: string): string => files.find((file) => file.path === path)?.content.toString() ?? '';

/** All that a variant's draws decide: without canary, marker, and the record of the draws. */
const drawnText = (variant: Variant): string => {
  const [company = '', town = ''] = variant.facts.markers;
  return variant.files
    .map(({ path, content }) => `${path}\n${content.toString().replace(/^variant:[\s\S]*/m, '')}`)
    .join('\n')
    .replaceAll(variant.canary, '')
    .replaceAll(`${company} of ${town}`, '');
};

/** Bases that are still there although another choice was drawn. */
const leftBases = (family: Family, modules: readonly string[], variant: Variant): readonly string[] =>
  variant.files.flatMap(({ path, content }) => {
    if (path !== 'task.yaml' && !/^[^/]*\.ts$|^(?:witnesses|repository)\//.test(path)) return [];
    const text = content.toString();
    const source = { path, text, modules, ...(path === 'task.yaml' ? { open: openTexts(text) } : {}) };
    return compile(source, family).holes.flatMap(({ parameter, form, start, end }) => {
      const of = family.parameters[parameter];
      if (of === undefined || !isReplacement(of) || of.kind === 'number') return [];
      const choice = of.choices.find(([first]) => first === variant.facts.draws[of.name]);
      return choice?.[form] === of.bases[form] ? [] : [`${path}: ${text.slice(start, end)}`];
    });
  });

describe.each(familyIds)('the family %s', (id) => {
  test('has at least 1,000 variants', async () => {
    expect((await family(id)).variants).toBeGreaterThanOrEqual(1000);
  });

  test('differs from draw to draw, and leaves no base text behind', async () => {
    const known = await family(id);
    const make = variantMaker(known);
    const drawn = seeds.map(make);
    expect(new Set(drawn.map(drawnText)).size).toBe(new Set(drawn.map(({ facts }) => JSON.stringify(facts.draws))).size);
    expect(new Set(drawn.flatMap(({ canary, facts }) => [canary, ...facts.markers])).size).toBe(3 * seeds.length);
    expect(drawn.flatMap((variant) => leftBases(known.family, known.sources[0]?.modules ?? [], variant))).toEqual([]);
  });

  test('draws the same bytes from the same seed', async () => {
    const [one, other] = [variantMaker(await family(id)), variantMaker(await familyNamed(id))];
    for (const seed of [1, 2 ** 48]) expect(other(seed)).toEqual(one(seed));
  });

  test('asks in every variant for what the base variant asks for, with the marker', { timeout: 120_000 }, async () => {
    const make = variantMaker(await family(id));
    const base = promptsOf(await loadTask(join(coreFolder, id), 'core'));
    for (const seed of seeds) {
      const variant = make(seed);
      const task = await loadVariant(root, variant);
      const prompts = promptsOf(task);
      expect([...prompts.keys()]).toEqual([...base.keys()]);
      expect(task.canary).toBe(variant.canary);
      for (const [which, text] of prompts) {
        expect(text.replaceAll(/\s+(?:[*#]|\/\/)?\s*/g, ' '), which).toContain(variant.facts.markers.join(' of '));
        expect(text, which).not.toContain(variant.canary);
        const own = which.endsWith('plain') ? telling.exec(text)?.[0] : undefined;
        if (own !== undefined) expect(base.get(which)).toContain(own);
      }
      for (const { language } of task.languages) {
        const names = task.interface.kind === 'function' ? task.interface.functions.map((each) => each.names?.[language] ?? each.name) : [];
        for (const name of names) expect(prompts.get(`${language}, instruction, plain`)).toContain(name);
      }
      expect(textOf(variant, 'tests.ts')).toContain('defineTests');
    }
  });

  test.skipIf(!availability.available)(
    checkedSeeds > 0 ? `tells its witnesses apart in ${checkedSeeds} variants` : 'tells its witnesses apart in a variant',
    { timeout: Math.max(300_000, checkedSeeds * 600_000) },
    async () => {
      const make = variantMaker(await family(id));
      const wrong: string[] = [];
      for (const seed of checkedSeeds > 0 ? seeds.slice(0, checkedSeeds) : [1]) {
        const task = await loadVariant(root, make(seed));
        const report = await checkTasks([task], { oracle, loadTests, languages: languagesFor(task) });
        const problems = report.pairs.flatMap((pair) => pair.problems.map((problem) => ({ language: pair.language, ...problem })));
        if (problems.length > 0) wrong.push(`seed ${seed}: ${JSON.stringify(problems, null, 1)}`);
      }
      expect(wrong.join('\n')).toBe('');
    },
  );
});

/** Interpreted languages are checked in seconds, compiled ones are not. */
const languagesFor = (task: Task): readonly Language[] => {
  const own = languages.filter((language) => task.languages.some((each) => each.language === language));
  if (checkedSeeds > 0) return own.filter((language) => checkedLanguages?.includes(language) ?? true);
  const quickest = (['python', 'javascript', 'c'] as const).find((language) => own.includes(language));
  return quickest === undefined ? own.slice(0, 1) : [quickest];
};
