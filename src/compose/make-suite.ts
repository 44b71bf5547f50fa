import { join } from 'node:path';
import { UserError } from '../core/index.ts';
import type { Split, Suite } from '../datasets/dataset.ts';
import { readTaskFiles } from '../datasets/task-folder/task-files.ts';
import { type FamilyFolder, loadFamily } from '../datasets/variants/family-folder.ts';
import { type Variant, type VariantFile, variantMaker } from '../datasets/variants/make-variant.ts';
import type { SuiteManifest } from '../datasets/variants/manifest.ts';
import { writeSuite } from '../datasets/variants/write-suite.ts';
import { fathomVersion } from './installation.ts';

export type MakeRequest = {
  /** The suite whose families are drawn from. */
  readonly base: Suite;
  /** Only these of its tasks; all where absent. */
  readonly tasks?: readonly string[];
  readonly seed: number;
  readonly split: Split;
  /** Tasks without variants too, as they are. */
  readonly includeFixed: boolean;
  /** ISO date, for the manifest. */
  readonly date: string;
  /** Absolute path of the folder to write. */
  readonly out: string;
};

export type MadeSuite = { readonly folder: string; readonly written: boolean; readonly manifest: SuiteManifest };

/** Seeds below this can be tried one by one; a private suite could be made again by anybody. */
const privateSeeds = 2 ** 32;

/** Freezes one variant of each family. Equal seeds give equal bytes. Throws a UserError where that can't be, and then writes nothing. */
export const makeSuite = async (request: MakeRequest): Promise<MadeSuite> => {
  const { base, seed, split } = request;
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UserError('bad-seed', `--seed ${seed}: expected a whole number from 0 to 2^53 - 1.`);
  if (split === 'private' && seed < privateSeeds) {
    throw new UserError(
      'guessable-seed',
      `--seed ${seed} can be guessed, and with it the private suite. Give one of at least ${privateSeeds}: node -p 'crypto.randomInt(2 ** 48 - 1)'`,
    );
  }
  const wanted = base.tasks.map(({ id }) => id).filter((id) => request.tasks?.includes(id) ?? true);
  const files = new Map<string, readonly VariantFile[]>();
  const variants = new Map<string, { readonly family: FamilyFolder; readonly variant: Variant }>();
  for (const id of wanted) {
    const family = await loadFamily(join(base.source, id), id);
    if (family !== undefined) {
      const variant = variantMaker(family)(seed);
      variants.set(id, { family, variant });
      files.set(id, variant.files);
    } else if (request.includeFixed) files.set(id, await readTaskFiles(join(base.source, id)));
  }
  if (files.size === 0) {
    throw new UserError(
      'no-families',
      `No task of ${base.source} that was asked for has a variants.yaml. --include-fixed takes tasks without one too.`,
    );
  }
  const manifestOf = (suite: Suite): SuiteManifest => ({
    format: 'fathom-suite-1',
    split,
    seed,
    created: request.date,
    fathom: fathomVersion,
    base: { suite: base.id, hash: base.hash },
    families: suite.tasks.flatMap(({ id, hash }) => {
      const made = variants.get(id);
      if (made === undefined) return [];
      const { canary, facts } = made.variant;
      return [{ id, variants: made.family.variants, draws: facts.draws, canary, markers: facts.markers, hash }];
    }),
    fixed: suite.tasks.flatMap(({ id, canary, hash }) => (variants.has(id) ? [] : [{ id, canary, hash }])),
    hash: suite.hash,
  });
  return { folder: request.out, ...(await writeSuite(request.out, files, manifestOf)) };
};
