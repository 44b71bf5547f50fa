import type { RuleTable } from './rule-table.ts';

/** Infer names no CWE. Issue types, without the grade of certainty behind them (`_L1`, `_LATENT`). */
export const inferRules: RuleTable = {
  BUFFER_OVERRUN: { cwe: ['CWE-787', 'CWE-125', 'CWE-119'], severity: 'unrated' },
  CONSTANT_ADDRESS_DEREFERENCE: { cwe: ['CWE-822'], severity: 'unrated' },
  DATALOG_ERROR: { hint: 'about the tool’s own rules' },
  DEAD_STORE: { hint: 'a value that is never read harms nobody by itself' },
  DIVIDE_BY_ZERO: { cwe: ['CWE-369'], severity: 'unrated' },
  DOUBLE_FREE: { cwe: ['CWE-415'], severity: 'high' },
  INTEGER_OVERFLOW: { cwe: ['CWE-190'], severity: 'unrated' },
  MEMORY_LEAK_C: { cwe: ['CWE-401'], severity: 'unrated' },
  MEMORY_LEAK_CPP: { cwe: ['CWE-401'], severity: 'unrated' },
  NULLPTR_DEREFERENCE: { cwe: ['CWE-476'], severity: 'unrated' },
  NULL_ARGUMENT: { cwe: ['CWE-476'], severity: 'unrated' },
  NULL_DEREFERENCE: { cwe: ['CWE-476'], severity: 'unrated' },
  PULSE_UNINITIALIZED_VALUE: { cwe: ['CWE-457', 'CWE-908'], severity: 'unrated' },
  PULSE_RESOURCE_LEAK: { cwe: ['CWE-772'], severity: 'unrated' },
  RESOURCE_LEAK: { cwe: ['CWE-772'], severity: 'unrated' },
  STACK_VARIABLE_ADDRESS_ESCAPE: { cwe: ['CWE-562'], severity: 'unrated' },
  TAINT_ERROR: { cwe: ['CWE-20'], severity: 'unrated' },
  UNINITIALIZED_VALUE: { cwe: ['CWE-457', 'CWE-908'], severity: 'unrated' },
  USE_AFTER_DELETE: { cwe: ['CWE-416'], severity: 'high' },
  USE_AFTER_FREE: { cwe: ['CWE-416'], severity: 'high' },
  USE_AFTER_LIFETIME: { cwe: ['CWE-416', 'CWE-825'], severity: 'high' },
  VECTOR_INVALIDATION: { cwe: ['CWE-416', 'CWE-825'], severity: 'unrated' },
};
