import type { Guard, Knowledge } from '../rule.ts';
import { textKinds } from './plain-kinds.ts';

/** A function of somebody else that is named for refusing: who comes back from it, or is told yes by it, has been checked. */
const namedChecks: readonly Guard[] = [
  {
    guard: 'call',
    call: [
      '/^_*(is|has|can)_?.*(valid|safe|allowed|permitted|trusted|whitelisted|allowlisted|within|inside|contained|subpath|relative)/i',
      '/^_*(valid|safe|allowed|permitted|trusted|allow|allows|accepts?)(_[a-z_]+|[A-Z]\\w*)?$/',
    ],
    on: '*',
    holds: 'true',
    clears: '*',
  },
  {
    guard: 'call',
    call: ['/^_*(is|has|contains)_?.*(invalid|unsafe|forbidden|malicious|dangerous|illegal|blocked|private|internal|traversal|outside)/i'],
    on: '*',
    holds: 'false',
    clears: '*',
  },
  {
    guard: 'call',
    call: [
      '/^_*(validate|verify|ensure|assert|require|guard|reject|refuse|enforce)(_[a-z_]+|[A-Z]\\w*)?$/',
      '/^_*check_?\\w*(path|url|host|name|input|safe|valid|allowed|param)/i',
    ],
    on: '*',
    holds: 'returns',
    clears: '*',
  },
];

/** What holds in every language; `checks` of each language say which calls are which. */
export const guards: Knowledge = {
  guards: {
    all: [
      { guard: 'membership', of: 'constant', clears: '*' },
      {
        guard: 'membership',
        of: 'any',
        clears: ['path', 'shell', 'argument', 'sql', 'code', 'reflect', 'template', 'url', 'redirect', 'key', 'header', 'format', 'regex'],
      },
      { guard: 'membership', of: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'membership', of: 'any', aspect: 'ending', clears: ['upload'] },
      { guard: 'equality', to: 'constant', clears: '*' },
      { guard: 'equality', to: 'any', aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'equality', to: 'any', aspect: 'ending', clears: ['upload'] },
      { guard: 'pattern', clears: textKinds },
      { guard: 'type', types: '^(int|float|bool|Decimal|datetime|date|number|boolean|Number|Integer|Long|bigint)$', clears: textKinds },
      { guard: 'type', types: '^(str|string|String)$', clears: ['nosql', 'key'] },
      { guard: 'prefix', marked: 'resolved', text: '[/\\\\]$', orUnknown: true, clears: ['path'] },
      { guard: 'prefix', text: '^https?://[^/]+/', clears: ['url', 'redirect'] },
      { guard: 'prefix', text: '^(https?:|mailto:|[/#])', clears: ['attribute', 'scheme'] },
      { guard: 'membership', of: 'any', aspect: 'scheme', clears: ['scheme'] },
      { guard: 'equality', to: 'any', aspect: 'scheme', clears: ['scheme'] },
      { guard: 'prefix', suffix: true, clears: ['upload'] },
      { guard: 'prefix', suffix: true, aspect: 'host', clears: ['url', 'redirect'] },
      { guard: 'lacks', text: '\\.\\.|^[/\\\\]+$', clears: ['path'] },
      { guard: 'lacks', text: '[\\r\\n]', clears: ['header', 'log'] },
      { guard: 'lacks', text: '<', clears: ['html'] },
      { guard: 'lacks', text: '^__proto__$|^constructor$', clears: ['key'] },
      { guard: 'lacks', text: '^-{1,2}$', clears: ['argument'] },
      { guard: 'bound', side: 'below', clears: ['size', 'high', 'overflow'] },
      { guard: 'bound', side: 'below', aspect: 'length', clears: ['size', 'regex', 'length'] },
      { guard: 'bound', side: 'above', clears: ['low', 'zero'] },
      { guard: 'bound', side: 'empty', aspect: 'host', clears: ['redirect', 'url'] },
      { guard: 'bound', side: 'not-zero', clears: ['zero'] },
      { guard: 'bound', side: 'not-null', clears: ['null'] },
      ...namedChecks,
    ],
  },
  sanitizers: {
    all: [
      { operator: ['-', '*', '**', '/', '//', '<<', '>>', '>>>', '&', '^', 'unary -', 'unary +', 'unary ~'], clears: textKinds },
      { operator: ['%', '&'], clears: ['high', 'size'] },
    ],
  },
};
