/** All witnesses of the core suite, as texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, languageOfExtension } from '../../src/core/index.ts';

const suite = fileURLToPath(new URL('../../tasks/core', import.meta.url));

export type WitnessFile = { readonly path: string; readonly language: Language; readonly source: string };

/** Patches are left out: they are no texts of a language. `path` is relative to the suite. */
export const witnessFiles = (): readonly WitnessFile[] =>
  readdirSync(suite, { withFileTypes: true })
    .filter((task) => task.isDirectory())
    .flatMap((task) =>
      readdirSync(join(suite, task.name, 'witnesses'), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .flatMap((file): readonly WitnessFile[] => {
          const language = languageOfExtension(file.name.slice(file.name.lastIndexOf('.') + 1));
          const path = join(file.parentPath, file.name);
          return language === undefined ? [] : [{ path: path.slice(suite.length + 1), language, source: readFileSync(path, 'utf8') }];
        }),
    )
    .sort((first, second) => (first.path < second.path ? -1 : 1));
