import type { CweId } from '../../core/index.ts';

/** Pysa's rules bear numbers that each configuration deals out anew; what they are about stands in their names. The first match holds. */
export const pysaKinds: readonly (readonly [words: RegExp, cwe: readonly CweId[]])[] = [
  [/no ?sql|mongo/i, ['CWE-943']],
  [/sql/i, ['CWE-89']],
  [/shell|command|subprocess/i, ['CWE-78']],
  [/deseriali[sz]|pickle|yaml/i, ['CWE-502']],
  [/template injection|SSTI/i, ['CWE-1336', 'CWE-94']],
  [/remote code|code execution|\bRCE\b|\beval\b|exec\b/i, ['CWE-94', 'CWE-78']],
  [/cross.site script|\bXSS\b/i, ['CWE-79']],
  [/server.side request|\bSSRF\b/i, ['CWE-918']],
  [/open redirect|redirect/i, ['CWE-601']],
  [/XXE|xml external|xml/i, ['CWE-611', 'CWE-776']],
  [/ldap/i, ['CWE-90']],
  [/xpath/i, ['CWE-643']],
  [/header|response splitting/i, ['CWE-113']],
  [/format string/i, ['CWE-134']],
  [/regex|ReDoS/i, ['CWE-1333']],
  [/path traversal|file ?system|file (?:read|write|open|access)|arbitrary file/i, ['CWE-22', 'CWE-73']],
  [/logging|\blogs?\b/i, ['CWE-117', 'CWE-532']],
];
