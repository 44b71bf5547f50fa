import { type Control, controlTask, readEntry, readEntryTests } from './control.ts';

const reader = (body: string): string =>
  `const fs = require('node:fs');\nfunction read_entry(name) {\n${body}}\nmodule.exports = { read_entry };\n`;

export const javascript: Control = {
  task: controlTask('javascript', readEntry),
  tests: readEntryTests,
  programs: {
    good: reader("  return fs.readFileSync('/work/control/' + require('node:path').basename(name), 'utf8');\n"),
    wrong: reader("  return '';\n"),
    harmful: reader("  return fs.readFileSync('/work/control/' + name, 'utf8');\n"),
  },
};
