import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Completion,
  type Entry,
  type Evaluation,
  type Manifest,
  messageOf,
  recordVersion,
  UserError,
  type Verdict,
} from '../../core/index.ts';
import { type BlobStore, blobStore } from './blobs.ts';
import { openJsonLines, readJsonLines } from './json-lines.ts';
import { acquireLock } from './lock.ts';

/** A completion as it is kept: its text is a blob. */
type StoredCompletion = Omit<Completion, 'text'> & { readonly id: string; readonly raw: string };
type CachedVerdicts = { readonly key: string; readonly verdicts: readonly Verdict[] };

/**
 * A run folder, opened for writing by one process:
 * `manifest.json`, `completions.jsonl` (paid for, perhaps not yet examined), `entries.jsonl` (append-only; of two entries with
 * one id the later counts), `verdicts.jsonl` (cache by code, task and oracle version), `blobs/` (texts by SHA-256).
 */
export type RunStore = {
  readonly folder: string;
  readonly blobs: BlobStore;
  /** Of the run as it was found; undefined for a new one. */
  readonly found: Manifest | undefined;
  /** By which set of oracles a sample was examined; undefined where it was not. */
  examinedBy(id: string): string | undefined;
  completion(id: string): Promise<Completion | undefined>;
  verdicts(key: string): readonly Verdict[] | undefined;
  saveCompletion(id: string, completion: Completion): Promise<void>;
  saveVerdicts(cached: readonly CachedVerdicts[]): Promise<void>;
  saveEntries(entries: readonly Entry[]): Promise<void>;
  saveManifest(manifest: Manifest): Promise<void>;
  close(): Promise<void>;
};

const paths = (folder: string) => ({
  manifest: join(folder, 'manifest.json'),
  completions: join(folder, 'completions.jsonl'),
  entries: join(folder, 'entries.jsonl'),
  verdicts: join(folder, 'verdicts.jsonl'),
  blobs: join(folder, 'blobs'),
});

/** The manifest of a run folder; undefined where there is none. Throws a UserError where it can't be read as one. */
export const readManifest = async (folder: string): Promise<Manifest | undefined> => {
  const path = paths(folder).manifest;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT' || (thrown as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw thrown;
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (cause) {
    throw new UserError('run-damaged', `${path} is not JSON (${messageOf(cause)}). Restore it, or start a new run with --out.`, { cause });
  }
  const version = typeof manifest === 'object' && manifest !== null && 'recordVersion' in manifest ? manifest.recordVersion : undefined;
  if (version !== recordVersion)
    throw new UserError(
      'run-version',
      `${path}: recordVersion is ${JSON.stringify(version)}, and this Fathom reads version ${recordVersion}. Use the Fathom that wrote the run.`,
    );
  return manifest as Manifest;
};

/** Opens or makes a run folder for writing. Throws a UserError where another process is writing it. */
export const openRun = async (folder: string): Promise<RunStore> => {
  const path = paths(folder);
  await mkdir(folder, { recursive: true });
  const release = await acquireLock(folder);
  try {
    const found = await readManifest(folder);
    const examined = new Map<string, string>();
    const completions = new Map<string, StoredCompletion>();
    const cache = new Map<string, readonly Verdict[]>();
    const ends = {
      entries: await readJsonLines(path.entries, (record) => {
        const { id, examinedBy } = record as Entry;
        examined.set(id, examinedBy);
      }),
      completions: await readJsonLines(path.completions, (record) => {
        const stored = record as StoredCompletion;
        completions.set(stored.id, stored);
      }),
      verdicts: await readJsonLines(path.verdicts, (record) => {
        const { key, verdicts } = record as CachedVerdicts;
        cache.set(key, verdicts);
      }),
    };
    const writers = {
      entries: await openJsonLines(path.entries, ends.entries.completeBytes),
      completions: await openJsonLines(path.completions, ends.completions.completeBytes),
      verdicts: await openJsonLines(path.verdicts, ends.verdicts.completeBytes),
    };
    const blobs = blobStore(path.blobs);
    return {
      folder,
      blobs,
      found,
      examinedBy: (id) => examined.get(id),
      verdicts: (key) => cache.get(key),
      async completion(id) {
        const stored = completions.get(id);
        if (stored === undefined) return undefined;
        const { id: _, raw, ...facts } = stored;
        const text = await blobs.load(raw);
        return text === undefined ? undefined : { ...facts, text };
      },
      async saveCompletion(id, { text, ...facts }) {
        const stored = { id, raw: await blobs.save(text), ...facts };
        await writers.completions.append([stored]);
        completions.set(id, stored);
      },
      async saveVerdicts(cached) {
        await writers.verdicts.append(cached);
        for (const { key, verdicts } of cached) cache.set(key, verdicts);
      },
      async saveEntries(entries) {
        await writers.entries.append(entries);
        for (const { id, examinedBy } of entries) examined.set(id, examinedBy);
      },
      async saveManifest(manifest) {
        await writeFile(`${path.manifest}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
        await rename(`${path.manifest}.new`, path.manifest);
      },
      async close() {
        await Promise.all(Object.values(writers).map((writer) => writer.close()));
        await release();
      },
    };
  } catch (thrown) {
    await release();
    throw thrown;
  }
};

/** A run as it lies on disk, for measuring. May be read while another process writes it. */
export const readEvaluation = async (folder: string): Promise<Evaluation> => {
  const manifest = await readManifest(folder);
  if (manifest === undefined)
    throw new UserError(
      'run-missing',
      `${folder} holds no run: there is no manifest.json. Give the folder that \`fathom run\` printed, or look below runs/.`,
    );
  const entries = new Map<string, Entry>();
  await readJsonLines(paths(folder).entries, (record) => {
    const entry = record as Entry;
    entries.set(entry.id, entry);
  });
  return { manifest, entries: [...entries.values()] };
};

/** The blob store of a run folder, for reading. */
export const blobsOf = (folder: string): BlobStore => blobStore(paths(folder).blobs);

/** What the answers of a run have cost so far, in US dollars; 0 for a folder without a run, and for answers of unknown price. */
export const spentIn = async (folder: string): Promise<number> => {
  let sum = 0;
  await readJsonLines(paths(folder).completions, (record) => {
    sum += (record as StoredCompletion).costUsd ?? 0;
  });
  return sum;
};
