import { findsecbugsRules } from './findsecbugs-rules.ts';
import type { RuleTable } from './rule-table.ts';

const needless = 'a check that is not needed harms nobody, and today’s compilers make such checks of try-with-resources';

/** FindBugs' own patterns. For those without an entry the pattern's own `cweid` holds; most have none. */
export const findbugsRules: RuleTable = {
  ...findsecbugsRules,
  RCN_REDUNDANT_COMPARISON_OF_NULL_AND_NONNULL_VALUE: { hint: needless },
  RCN_REDUNDANT_COMPARISON_TWO_NULL_VALUES: { hint: needless },
  RCN_REDUNDANT_NULLCHECK_OF_NONNULL_VALUE: { hint: needless },
  RCN_REDUNDANT_NULLCHECK_OF_NULL_VALUE: { hint: needless },
  NP_LOAD_OF_KNOWN_NULL_VALUE: { hint: 'a null that is read is not yet followed' },
  OBL_UNSATISFIED_OBLIGATION: { cwe: ['CWE-772'], severity: 'low' },
  OBL_UNSATISFIED_OBLIGATION_EXCEPTION_EDGE: { cwe: ['CWE-772'], severity: 'low' },
  ODR_OPEN_DATABASE_RESOURCE: { cwe: ['CWE-772'], severity: 'low' },
  OS_OPEN_STREAM: { cwe: ['CWE-772'], severity: 'low' },
  DM_DEFAULT_ENCODING: { hint: 'differs between machines, and harms nobody' },
};
