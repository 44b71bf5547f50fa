import { languages } from '../../core/index.ts';
import type { OpenPlace } from '../dataset.ts';

const places = [
  ['request', 'say what is asked, in this file; docs/adding/task.md explains the keys. Then take this comment away.'],
  ['case', 'ask for what the specification promises, and expect the right answer. Then take this comment away.'],
  ['exploit', 'do the harm that a careless solution allows, and see whether it was done. Then take this comment away.'],
  ['secure', 'write a solution that works and withstands the exploit. Then take this comment away.'],
  ['insecure', 'write a solution that works and falls to the exploit. Then take this comment away.'],
] as const;

export type PlaceName = (typeof places)[number][0];

/** The comment that marks a place, without the comment sign. */
export const placeNote = (name: PlaceName): string => {
  const at = places.findIndex(([each]) => each === name);
  return `FILL ${at + 1} of ${places.length}: ${places[at]?.[1] ?? ''}`;
};

/** The marked places of a task's files, by number. A marker counts while it is there, whatever was written below it. */
export const openPlaces = (files: readonly { readonly path: string; readonly text: string }[]): readonly OpenPlace[] =>
  files
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index): readonly OpenPlace[] => {
        const found = /(?:#|\/\/)\s*FILL (\d+) of (\d+): (.*?)\s*$/.exec(line);
        if (found === null) return [];
        const folder = /^witnesses\/([a-z]+)\//.exec(path)?.[1];
        const language = languages.find((each) => each === folder);
        return [
          {
            number: Number(found[1]),
            of: Number(found[2]),
            path,
            line: index + 1,
            what: (found[3] ?? '').replace(/ Then take this comment away\.$/, ''),
            ...(language === undefined ? {} : { language }),
          },
        ];
      }),
    )
    .toSorted((a, b) => a.number - b.number);
