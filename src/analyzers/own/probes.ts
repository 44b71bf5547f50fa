import type { Language } from '../../core/index.ts';
import { languageFacts } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';
import type { LaidFile } from '../source-folder.ts';
import { placeOf } from './project.ts';

const nameOf = (language: Language): string => `probe_${language}.${languageFacts[language].extension}`;

/**
 * A weakness for each language of a batch, planted beside the files, by its path below the source folder. A tool that does not list what it
 * read must find it: it shows that in this very run the tool looked at the folder, with rules for the language.
 */
export const probesOf = (controls: readonly Control[], laid: readonly LaidFile[]): Readonly<Record<string, string>> => {
  const languages = new Set(laid.map(({ file }) => file.language));
  const first = new Map([...controls].reverse().map((control) => [control.language, control.bad]));
  return Object.fromEntries(
    [...languages].flatMap((language) => {
      const bad = first.get(language);
      return bad === undefined ? [] : [[placeOf({ name: nameOf(language), file: { language } }), bad]];
    }),
  );
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Why the run can't be believed, where a probe was not found; `found` are paths that have a finding. */
export const missedProbe = (id: string, probes: Readonly<Record<string, string>>, found: readonly string[]): string | undefined => {
  const names = new Set(found.map(baseName));
  const missed = Object.keys(probes)
    .map(baseName)
    .filter((name) => !names.has(name));
  return missed.length === 0
    ? undefined
    : `${id} did not find the weakness planted in ${missed.join(', ')}: it did not look there, or has no rules`;
};
