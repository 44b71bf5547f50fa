import { type Control, controlTask, readEntry, readEntryTests } from './control.ts';

const reader = (path: string): string =>
  `package main\n\nimport (\n\t"os"\n\t"path/filepath"\n)\n\nfunc readEntry(name string) (string, error) {\n\tcontent, err := os.ReadFile(${path})\n\treturn string(content), err\n}\n`;

export const go: Control = {
  task: controlTask('go', readEntry),
  tests: readEntryTests,
  programs: {
    good: reader('"/work/control/" + filepath.Base(name)'),
    wrong: 'package main\n\nfunc readEntry(name string) (string, error) {\n\treturn "", nil\n}\n',
    harmful: reader('filepath.Join("/work/control") + "/" + name'),
  },
};
