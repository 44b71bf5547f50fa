/**
 * Kinds of harm that a value can still do. A source puts kinds on a value, sanitizers and guards take them off, a sink names the one
 * that it must not be handed. A language may use 31 of them.
 */

/** What plain input from outside can do until something stops it. Every `parameter`, `member` or `call` source without `kinds` carries all of these. */
export const inputKinds = [
  /** Read by a shell: 78. */
  'shell',
  /** Read by a program as an option, or chooses the program: 88, 77. */
  'argument',
  'sql',
  /** Operators in a query document: 943. */
  'nosql',
  /** Text of a page: 79. */
  'html',
  /** Ends a quoted attribute, or is a `javascript:` address in one: 79. An escape that leaves quotes alone does not take it off. */
  'attribute',
  /** Is an address that a browser runs, `javascript:`: 79. */
  'scheme',
  /** Chooses the host that is fetched from: 918. */
  'url',
  /** Chooses where a browser goes next: 601. */
  'redirect',
  /** Line breaks in headers or mails: 113, 93. */
  'header',
  /** Line breaks in logs: 117. */
  'log',
  /** Leaves a folder: 22, 73. */
  'path',
  /** Chooses the type of a stored file: 434. */
  'upload',
  'xpath',
  'ldap',
  /** Markup or entities: 91, 611, 776. */
  'xml',
  /** Source of a template: 1336. */
  'template',
  /** Source of a program: 94, 95. */
  'code',
  'deserialize',
  /** Is a regular expression (400, 730), or is matched by a bad one (1333). */
  'regex',
  /** Is a format string: 134. */
  'format',
  /** Begins a formula: 1236. */
  'csv',
  /** Chooses a property or column: 915, 1321. */
  'key',
  /** Chooses a class, a function or a module: 470. */
  'reflect',
  /** How much, how long, how often: 400, 770, 789. */
  'size',
  /** Whose record it is: 639, 862. */
  'authority',
  /** Too large as an index, or as a number of bytes: 787, 125. */
  'high',
  /** Negative as an index: 124, 127, 129. */
  'low',
  /** Wraps round in arithmetic: 190, 191. */
  'overflow',
  /** A text of unknown length, copied: 120, 121. */
  'length',
  /** May be zero as a divisor: 369. */
  'zero',
] as const;

/** Put on values by name, by an effect or by a certain call; plain input does not carry them. */
export const stateKinds = [
  /** A password, key or token: 200, 312, 532. */
  'secret',
  /** What an exception says: 209. */
  'error',
  /** Guessable: 330, 338. */
  'predictable',
  /** The same each time: a salt, an initialisation vector: 329, 760. */
  'fixed',
  /** A pointer or object that may be null: 476, 690. */
  'null',
  /** Memory given back: 415, 416. */
  'freed',
  /** Never written: 457, 908. */
  'uninitialised',
  /** Opened, begun or locked and still so: 401, 772. */
  'open',
] as const;

export type Kind = (typeof inputKinds)[number] | (typeof stateKinds)[number];

/**
 * What a text must contain to do harm of a kind. A pattern that allows none of these characters clears the kind; `..` means two dots in a row.
 * A kind that is not listed is cleared by patterns that allow only letters, digits, `_` and `-`.
 */
export const dangers: Readonly<Partial<Record<Kind, string>>> = {
  shell: ' ;&|$`<>(){}[]*?!#~\'"\\\n',
  sql: '\'"`;\\ ',
  nosql: '${}',
  html: '<&',
  attribute: '"\'`:',
  scheme: ':',
  url: ':/@?#\\',
  redirect: ':/\\',
  header: '\r\n',
  log: '\r\n',
  path: '/\\',
  upload: '/\\',
  xpath: '\'"[]()/',
  ldap: '*()\\\0',
  xml: '<&"\'',
  template: '{}$#%<',
  code: '()[].:;\'"`$\n',
  regex: '*+?{(|[\\',
  format: '%{',
  csv: '=+-@\t',
};
