import { type Control, controlTask, readEntry, readEntryTests } from './control.ts';

export const python: Control = {
  task: controlTask('python', readEntry),
  tests: readEntryTests,
  programs: {
    good: "import os\ndef read_entry(name):\n    with open(os.path.join('/work/control', os.path.basename(name))) as f:\n        return f.read()\n",
    wrong: "def read_entry(name):\n    return ''\n",
    harmful: "def read_entry(name):\n    with open('/work/control/' + name) as f:\n        return f.read()\n",
  },
};
