import type { CweId } from '../../core/index.ts';
import type { RuleTable } from './rule-table.ts';

const correctness = 'is about correctness: what it finds harms nobody but the user of the result';

/** The checks of go vet, none of which is about security as such: those that name a weakness, and hints. */
export const goVetRules: RuleTable = {
  appends: { hint: correctness },
  asmdecl: { hint: correctness },
  assign: { hint: correctness },
  atomic: { cwe: ['CWE-366'], severity: 'medium' },
  bools: { hint: correctness },
  buildtag: { hint: correctness },
  cgocall: { hint: correctness },
  composites: { hint: correctness },
  copylocks: { cwe: ['CWE-667'], severity: 'medium' },
  defers: { hint: correctness },
  directive: { hint: correctness },
  errorsas: { hint: correctness },
  framepointer: { hint: correctness },
  hostport: { hint: correctness },
  httpresponse: { cwe: ['CWE-476', 'CWE-252'], severity: 'medium' },
  ifaceassert: { hint: correctness },
  loopclosure: { hint: 'may be a race, or only a wrong result' },
  lostcancel: { cwe: ['CWE-772'], severity: 'medium' },
  nilfunc: { hint: correctness },
  printf: { cwe: ['CWE-686', 'CWE-685'], severity: 'low' },
  shift: { cwe: ['CWE-1335'], severity: 'low' },
  sigchanyzer: { hint: correctness },
  slog: { hint: correctness },
  stdmethods: { hint: correctness },
  stdversion: { hint: correctness },
  stringintconv: { cwe: ['CWE-704'], severity: 'low' },
  structtag: { hint: correctness },
  testinggoroutine: { hint: correctness },
  tests: { hint: correctness },
  timeformat: { hint: correctness },
  unmarshal: { hint: correctness },
  unreachable: { cwe: ['CWE-561'], severity: 'low' },
  unsafeptr: { hint: 'matches conversions that are wrong only where the value is no longer a pointer' },
  unusedresult: { hint: correctness },
  waitgroup: { hint: 'may be a race, or only a wait that is too short' },
};

/** A check that reports several weaknesses, told apart by its words. */
export const goVetMessages: readonly (readonly [check: string, words: RegExp, cwe: readonly CweId[]])[] = [
  ['printf', /non-constant format string/, ['CWE-134']],
];
