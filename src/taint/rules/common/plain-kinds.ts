import type { Kind } from '../kind.ts';

/** What a number, a truth value, a date or a digest cannot do any more; how large it is, and whose, is another matter. */
export const textKinds: readonly Kind[] = [
  'shell',
  'argument',
  'sql',
  'nosql',
  'html',
  'attribute',
  'scheme',
  'url',
  'redirect',
  'header',
  'log',
  'path',
  'upload',
  'xpath',
  'ldap',
  'xml',
  'template',
  'code',
  'deserialize',
  'regex',
  'format',
  'csv',
  'key',
  'reflect',
  'length',
  'secret',
  'error',
];

/** What percent or base64 encoding takes off. */
export const encodedKinds: readonly Kind[] = [
  'path',
  'url',
  'redirect',
  'header',
  'log',
  'shell',
  'sql',
  'html',
  'attribute',
  'scheme',
  'xpath',
  'ldap',
  'xml',
];

/** What decoding brings back. */
export const revivedKinds: readonly Kind[] = ['path', 'html', 'attribute', 'sql', 'shell', 'header', 'log', 'url', 'redirect'];
