import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, UserError } from '../../core/index.ts';
import { parseText } from '../../schemas/yaml-document.ts';
import { type Suite, splits } from '../dataset.ts';

export const manifestFile = 'suite.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { message: 'a SHA-256 in hexadecimal' });

/** What suite.json says: enough to make the same suite again, and to know it when its texts turn up elsewhere. */
export const manifestSchema = z.strictObject({
  format: z.literal('fathom-suite-1'),
  split: z.enum(splits),
  seed: z.int().min(0),
  created: z.iso.date(),
  fathom: z.string().min(1),
  base: z.strictObject({ suite: z.string().min(1), hash: sha256 }),
  families: z.array(
    z.strictObject({
      id: z.string().min(1),
      variants: z.int().positive(),
      draws: z.record(z.string(), z.string()),
      canary: z.uuid(),
      markers: z.array(z.string().min(1)),
      hash: sha256,
    }),
  ),
  fixed: z.array(z.strictObject({ id: z.string().min(1), canary: z.uuid(), hash: sha256 })),
  hash: sha256,
});

export type SuiteManifest = z.infer<typeof manifestSchema>;

/** The manifest of a frozen suite; undefined where the folder is none. Throws a UserError where it can't be understood. */
export const readManifest = async (folder: string): Promise<SuiteManifest | undefined> => {
  const file = join(folder, manifestFile);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new UserError('unreadable-file', `${file} can't be read: ${messageOf(cause)}`, { cause });
  }
  return parseText({ file, text, syntax: 'json' }, manifestSchema);
};

/** The suite with what its manifest says. Throws a UserError where it is not what was frozen: its results would bear a wrong name. */
export const withManifest = async (suite: Suite): Promise<Suite> => {
  const manifest = await readManifest(suite.source);
  if (manifest === undefined) return suite;
  const stated = new Map([...manifest.families, ...manifest.fixed].map(({ id, hash }) => [id, hash]));
  const changed = suite.tasks.filter(({ id, hash }) => stated.get(id) !== hash).map(({ id }) => id);
  const missing = [...stated.keys()].filter((id) => !suite.tasks.some((task) => task.id === id));
  if (manifest.hash !== suite.hash || changed.length > 0 || missing.length > 0) {
    const which = [...changed.map((id) => `${id} (changed)`), ...missing.map((id) => `${id} (missing)`)].join(', ');
    throw new UserError(
      'suite-changed',
      `${join(suite.source, manifestFile)} states the hash ${manifest.hash}, the tasks have ${suite.hash}: ${which || 'the manifest contradicts itself'}. Make the suite again, or remove suite.json if it is to be edited.`,
    );
  }
  const { split, base, created, families } = manifest;
  return { ...suite, frozen: { split, base, created, variants: families.map(({ id }) => id) } };
};
