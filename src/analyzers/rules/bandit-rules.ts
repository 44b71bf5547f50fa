import type { RuleTable } from './rule-table.ts';

/**
 * The rules that bandit began and ruff took over, by bandit's number: B608 and S608 are `608`.
 * Bandit's own CWEs are coarse (yaml.load is its CWE-20, XML parsers too, eval CWE-78); these are exact.
 * The import rules 401 to 415 are left out: an import is not a weakness, and its use has a rule of its own.
 */
export const banditRules: RuleTable = {
  '101': { hint: 'an assert is removed under -O; whether it guarded anything is not looked at' },
  '102': { cwe: ['CWE-95'], severity: 'medium' },
  '103': { cwe: ['CWE-732'], severity: 'medium' },
  '104': { cwe: ['CWE-1327', 'CWE-605'], severity: 'medium' },
  '105': { cwe: ['CWE-259'], severity: 'low' },
  '106': { cwe: ['CWE-259'], severity: 'low' },
  '107': { cwe: ['CWE-259'], severity: 'low' },
  '108': { cwe: ['CWE-377', 'CWE-379'], severity: 'medium' },
  '110': { cwe: ['CWE-390'], severity: 'low' },
  '112': { cwe: ['CWE-390'], severity: 'low' },
  '113': { cwe: ['CWE-1088', 'CWE-400'], severity: 'medium' },
  '201': { cwe: ['CWE-489', 'CWE-215'], severity: 'high' },
  '202': { cwe: ['CWE-22'], severity: 'high' },
  '301': { cwe: ['CWE-502'], severity: 'medium' },
  '302': { cwe: ['CWE-502'], severity: 'medium' },
  '303': { cwe: ['CWE-328'], severity: 'medium' },
  '304': { cwe: ['CWE-327'], severity: 'high' },
  '305': { cwe: ['CWE-327'], severity: 'medium' },
  '306': { cwe: ['CWE-377'], severity: 'medium' },
  '307': { cwe: ['CWE-95'], severity: 'medium' },
  '308': { cwe: ['CWE-79'], severity: 'medium' },
  '310': { cwe: ['CWE-918', 'CWE-73'], severity: 'medium' },
  '311': { cwe: ['CWE-338'], severity: 'low' },
  '312': { cwe: ['CWE-319'], severity: 'high' },
  '313': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '314': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '315': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '316': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '317': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '318': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '319': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '320': { cwe: ['CWE-611', 'CWE-776'], severity: 'medium' },
  '321': { cwe: ['CWE-319'], severity: 'high' },
  '323': { cwe: ['CWE-295'], severity: 'medium' },
  '324': { cwe: ['CWE-328'], severity: 'high' },
  '501': { cwe: ['CWE-295'], severity: 'high' },
  '502': { cwe: ['CWE-327'], severity: 'high' },
  '503': { cwe: ['CWE-327'], severity: 'medium' },
  '504': { cwe: ['CWE-327'], severity: 'low' },
  '505': { cwe: ['CWE-326'], severity: 'medium' },
  '506': { cwe: ['CWE-502'], severity: 'medium' },
  '507': { cwe: ['CWE-322', 'CWE-295'], severity: 'high' },
  '508': { cwe: ['CWE-319'], severity: 'medium' },
  '509': { cwe: ['CWE-319'], severity: 'medium' },
  '601': { cwe: ['CWE-78'], severity: 'medium' },
  '602': { cwe: ['CWE-78'], severity: 'high' },
  '603': { hint: 'matches every subprocess call without a shell, which is the safe way to start a program' },
  '604': { cwe: ['CWE-78'], severity: 'medium' },
  '605': { cwe: ['CWE-78'], severity: 'high' },
  '606': { hint: 'matches every os.exec and os.spawn, which start no shell' },
  '607': { cwe: ['CWE-426'], severity: 'low' },
  '608': { cwe: ['CWE-89'], severity: 'medium' },
  '609': { cwe: ['CWE-155', 'CWE-78'], severity: 'high' },
  '610': { cwe: ['CWE-89'], severity: 'medium' },
  '611': { cwe: ['CWE-89'], severity: 'medium' },
  '612': { cwe: ['CWE-94'], severity: 'medium' },
  '613': { cwe: ['CWE-1007'], severity: 'high' },
  '614': { cwe: ['CWE-502'], severity: 'medium' },
  '615': { cwe: ['CWE-494'], severity: 'medium' },
  '701': { cwe: ['CWE-79'], severity: 'high' },
  '702': { cwe: ['CWE-79'], severity: 'medium' },
  '703': { cwe: ['CWE-79'], severity: 'medium' },
  '704': { cwe: ['CWE-79'], severity: 'medium' },
};

/**
 * bandit's blacklist of imports, by bandit's ids. Their findings are dropped here, since bandit refuses to skip a test
 * that its version does not have.
 */
export const importRules: ReadonlySet<string> = new Set(Array.from({ length: 15 }, (_, index) => `B${401 + index}`));
