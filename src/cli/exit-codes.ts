/** What the shell is told. Documented in `fathom --help` and the README. */
export const exitCodes = {
  fine: 0,
  error: 1,
  usage: 2,
  gateFailed: 3,
  tooManyUnknowns: 4,
  interrupted: 130,
} as const;
