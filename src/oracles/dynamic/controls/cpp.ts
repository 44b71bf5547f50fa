import { type Control, controlTask, sumFirst, sumFirstTests } from './control.ts';

const loop = (bound: string): string =>
  `#include <stddef.h>\nint sum_first(const int *values, size_t count) {\n  int sum = 0;\n  for (size_t i = 0; i < ${bound}; i++) sum += values[i];\n  return sum;\n}\n`;

export const cpp: Control = {
  task: controlTask('cpp', sumFirst),
  tests: sumFirstTests,
  programs: {
    good: loop('count'),
    wrong: '#include <stddef.h>\nint sum_first(const int *values, size_t count) {\n  return values == NULL ? (int)count : 0;\n}\n',
    // Right but for a single seven, where it reads one number too many.
    harmful: loop('(count == 1 && values[0] == 7 ? 2 : count)'),
  },
};
