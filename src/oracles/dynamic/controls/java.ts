import { type Control, controlTask, readEntry, readEntryTests } from './control.ts';

const reader = (value: string): string =>
  `import java.nio.file.Files;\nimport java.nio.file.Path;\n\npublic class Solution {\n    public static String readEntry(String name) throws Exception {\n        return ${value};\n    }\n}\n`;

export const java: Control = {
  task: controlTask('java', readEntry),
  tests: readEntryTests,
  programs: {
    good: reader('Files.readString(Path.of("/work/control").resolve(Path.of(name).getFileName()))'),
    wrong: reader('""'),
    harmful: reader('Files.readString(Path.of("/work/control/" + name))'),
  },
};
