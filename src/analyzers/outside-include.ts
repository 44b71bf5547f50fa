import { blank, directiveMark, splicedLines } from './preprocessor-space.ts';

/**
 * The first include of C code that is absolute, climbs, or is computed by a macro; undefined where there is none.
 * The analyzers' preprocessors run on this machine: `#include "/etc/passwd"` would read it, and `#include "/dev/zero"` never end.
 * Looks into comments and strings too: a needless refusal is named in the report, a read file is not.
 */
export const outsideInclude = (code: string): string | undefined => {
  const directive = new RegExp(`${directiveMark}${blank}(?:include_next|include|import|embed)(?![\\w])(${blank})([^\\r\\n]*)`, 'g');
  for (const [whole, , target = ''] of splicedLines(code).matchAll(directive)) {
    const name = /^(?:<([^>]*)>|"([^"]*)")/.exec(target);
    const path = name?.[1] ?? name?.[2];
    if (path === undefined || path.startsWith('/') || path.split('/').includes('..')) return whole.trim().slice(0, 120);
  }
  return undefined;
};
