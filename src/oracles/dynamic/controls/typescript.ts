import { type Control, controlTask, readEntry, readEntryTests } from './control.ts';

const reader = (body: string): string =>
  `import { readFileSync } from 'node:fs';\nimport { basename } from 'node:path';\n\nexport function readEntry(name: string): string {\n${body}}\n`;

export const typescript: Control = {
  task: controlTask('typescript', readEntry),
  tests: readEntryTests,
  programs: {
    good: reader("  return readFileSync('/work/control/' + basename(name), 'utf8');\n"),
    wrong: reader("  return basename('');\n"),
    harmful: reader("  return readFileSync('/work/control/' + name, 'utf8') as string;\n"),
  },
};
