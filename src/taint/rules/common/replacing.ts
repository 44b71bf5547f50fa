/** Escapes and filters that people write by hand: a text with some characters replaced can do less harm. */
import type { Kind } from '../kind.ts';
import type { Condition, Knowledge, Propagator, Sanitizer } from '../rule.ts';
import { textKinds } from './plain-kinds.ts';

/** What takes a character out: itself, a class of characters that holds it, one that it is not left out of, an alternative. */
const taking = (character: string, also = ''): string =>
  [
    `^(?:\\\\?${character}|${character})[+*]?$`,
    `\\[(?!\\^)[^\\]]*(?:${character}${also})`,
    `\\[\\^(?:(?!${character}|\\\\[sWD])[^\\]])*\\]`,
    `\\|\\(?${character}(?:\\||$|\\))`,
    `^\\(?${character}\\|`,
  ].join('|');

const controls = '|\\x00-|\\\\x00-|\\\\u0000-|\\\\p\\{C|\\\\s';
const lineEnd = '|\\\\r\\?\\\\n|\\r\\?\\n|^\\\\[sR][+*]?$';
const lineFeed = `${taking('(?:\\n|\\\\n|\\\\x0[aA])', controls)}${lineEnd}`;
const carriageReturn = `${taking('(?:\\r|\\\\r|\\\\x0[dD])', controls)}${lineEnd}`;
const bracket = taking('\\(');
const star = taking('\\*');
/** All but letters, digits and what never does harm. */
const allButPlain = '^\\(?\\[\\^(?:a-zA-Z|A-Za-z|a-z|A-Z|0-9|\\\\w|\\\\d|\\\\-|\\\\\\.|[-_.])+\\]\\)?[+*]?$|^\\\\[WD]\\+?$';

const has = (at: string, text: string): Condition => ({ at, is: { text } });

type Call = { readonly call: readonly string[]; readonly text: string; readonly pattern: string; readonly by: string };

/** Both are gone, by one call or by two. */
const both = (
  { call, text, pattern }: Call,
  clears: readonly Kind[],
  a: readonly [string, string],
  b: readonly [string, string],
): Sanitizer => ({
  call,
  clears,
  when: {
    any: [
      { all: [has(pattern, a[0]), has(pattern, b[0])] },
      { all: [has(pattern, a[0]), { at: text, is: { marked: b[1] } }] },
      { all: [has(pattern, b[0]), { at: text, is: { marked: a[1] } }] },
    ],
  },
});

const sanitizersOf = (call: Call): readonly Sanitizer[] => {
  const clears = (what: string, kinds: readonly Kind[]): Sanitizer => ({ call: call.call, clears: kinds, when: has(call.pattern, what) });
  return [
    clears(taking('<'), ['html', 'xml']),
    clears(taking('["\']'), ['attribute']),
    clears(taking('\\\\?/'), ['path']),
    clears(lineFeed, ['log']),
    both(call, ['ldap'], [bracket, 'without-bracket'], [star, 'without-star']),
    both(call, ['header'], [lineFeed, 'without-lf'], [carriageReturn, 'without-cr']),
    clears(allButPlain, textKinds),
  ];
};

const propagatorsOf = ({ call, text, pattern, by }: Call): readonly Propagator[] => [
  { call, from: [text, by] },
  ...(
    [
      [lineFeed, 'without-lf'],
      [carriageReturn, 'without-cr'],
      [bracket, 'without-bracket'],
      [star, 'without-star'],
    ] as const
  ).map(([what, mark]): Propagator => ({ call, from: [text, by], marks: [mark], when: has(pattern, what) })),
];

const calls: Readonly<Record<'python' | 'javascript' | 'java' | 'go', readonly Call[]>> = {
  python: [
    { call: ['*.replace'], text: 'this', pattern: '0', by: '1' },
    { call: ['re.sub', 're.subn'], text: '2', pattern: '0', by: '1' },
    { call: ['*.sub'], text: '1', pattern: 'this', by: '0' },
  ],
  javascript: [{ call: ['*.replace', '*.replaceAll'], text: 'this', pattern: '0', by: '1' }],
  java: [{ call: ['*.replace', '*.replaceAll'], text: 'this', pattern: '0', by: '1' }],
  go: [
    { call: ['strings.ReplaceAll', 'strings.Replace'], text: '0', pattern: '1', by: '2' },
    { call: ['*.ReplaceAllString', '*.ReplaceAllLiteralString'], text: '0', pattern: 'this', by: '1' },
  ],
};

/** What is taken out of a text, or replaced in it, is not in it any more. */
export const replacing: Knowledge = {
  sanitizers: {
    python: [
      ...calls.python.flatMap(sanitizersOf),
      // A table of characters is an escape; which characters it leaves alone is not followed.
      { call: ['*.translate'], clears: ['html', 'attribute', 'xml', 'log', 'header', 'ldap'] },
    ],
    javascript: calls.javascript.flatMap(sanitizersOf),
    java: calls.java.flatMap(sanitizersOf),
    go: calls.go.flatMap(sanitizersOf),
  },
  propagators: {
    python: calls.python.flatMap(propagatorsOf),
    javascript: calls.javascript.flatMap(propagatorsOf),
    java: calls.java.flatMap(propagatorsOf),
    go: calls.go.flatMap(propagatorsOf),
  },
};
