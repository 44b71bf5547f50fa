import type { Knowledge } from '../rule.ts';
import { encodedKinds, revivedKinds, textKinds } from './plain-kinds.ts';
import { folderNamed, numberNamed, words } from './words.ts';

const scalar = '^(number|boolean|bigint|Date|RegExp)(\\[\\])?$';
const handle =
  '(Request|Response|Reply|Router|Express|Fastify|Application|Server|Pool|Client|Connection|Database|Db|Logger|Function|=>|Socket|Store|Repository|Model|Collection|Next)';
const handleNamed =
  '^(_|\\$|db|database|conn|connection|client|pool|session|app|application|router|server|log|logger|console|ctx|context|config|options?|opts|settings|env|req|request|res|resp|response|reply|next|cb|callback|done|resolve|reject|fn|handler|socket|io|stream|store|users|model|schema|knex|sequelize|prisma|collection|repository|document|window|element|el|node|event|index|idx|i|e|err|error|fs|path)$';

const requestParts = words(
  'query params body headers cookies signedCookies files file hostname host originalUrl url path rawHeaders rawBody nextUrl ip subdomains',
);

export const javascript: Knowledge = {
  sources: {
    javascript: [
      { from: 'parameter', notNamed: `${handleNamed}|${folderNamed}|${numberNamed}`, notTyped: `${scalar}|${handle}` },
      { from: 'parameter', named: numberNamed, notTyped: '^string', kinds: ['size'] },
      { from: 'parameter', named: folderNamed, notTyped: `${scalar}|${handle}`, notKinds: ['path', 'argument'] },
      { from: 'parameter', typed: '^number$', kinds: ['size', 'authority'] },
      { from: 'member', of: requestParts.map((part) => `web.Request#${part}`), note: 'comes from the request' },
      {
        from: 'member',
        of: words('query params body headers cookies querystring path url').map((part) => `koa.Context#${part}`),
        note: 'comes from the request',
      },
      {
        from: 'call',
        of: words('get header param json text formData arrayBuffer blob').map((part) => `web.Request#${part}`),
        note: 'comes from the request',
      },
      { from: 'call', of: ['*.searchParams.get'], note: 'comes from the request' },
      {
        from: 'member',
        of: words(
          'location.search location.hash location.href window.location document.location document.URL document.cookie document.referrer window.name event.data event.body event.queryStringParameters event.pathParameters',
        ),
        note: 'comes from the page or the event',
      },
      { from: 'member', of: ['process.argv', 'process.env'] },
      { from: 'call', of: words('prompt readline-sync.question localStorage.getItem sessionStorage.getItem') },
      { from: 'call', of: ['fs.readFileSync'], when: { at: '0', is: { any: [{ equals: 0 }, { equals: '/dev/stdin' }] } } },
    ],
  },
  assumed: {
    javascript: [
      { name: 'req', is: 'web.Request()' },
      { name: 'request', is: 'web.Request()' },
      { name: 'ctx', is: 'koa.Context()' },
      { name: 'jwt', is: 'jsonwebtoken' },
      { name: 'DOMPurify', is: 'dompurify' },
      { name: '_', is: 'lodash' },
      { name: 'cp', is: 'child_process' },
      ...words('exec execSync spawn spawnSync execFile execFileSync fork').map((name) => ({ name, is: `child_process.${name}` })),
      ...words('readFile readFileSync writeFile writeFileSync createReadStream').map((name) => ({ name, is: `fs.${name}` })),
      ...words('createHash createHmac createCipheriv randomBytes timingSafeEqual pbkdf2Sync scryptSync').map((name) => ({
        name,
        is: `crypto.${name}`,
      })),
      { name: 'escapeHtml', is: 'escape-html' },
    ],
  },
  types: {
    javascript: [
      { name: 'koa.Context().request', is: 'web.Request()' },
      { name: 'koa.Context().req', is: 'web.Request()' },
      { name: 'http.IncomingMessage()', is: 'web.Request()' },
      { name: 'express.Request()', is: 'web.Request()' },
      { name: 'Request()', is: 'web.Request()' },
      { name: 'NextRequest()', is: 'web.Request()' },
      { name: 'FastifyRequest()', is: 'web.Request()' },
      { name: 'url.URL()', is: 'URL()' },
      { name: 'crypto.createHash()', is: 'crypto.Hash()' },
    ],
  },
  sanitizers: {
    javascript: [
      {
        call: words(
          'Number parseInt parseFloat Boolean BigInt Number.parseInt Number.parseFloat Math.min Math.max Math.floor Math.round Math.ceil Math.trunc Math.abs Date *.getTime *.toISOString isNaN Number.isInteger Array.isArray *.test *.includes *.startsWith *.endsWith *.has *.every *.some *.hasOwnProperty Object.hasOwn *.indexOf *.localeCompare',
        ),
        clears: textKinds,
      },
      { call: ['Math.min'], clears: ['size', 'high'] },
      { call: ['*.digest'], clears: textKinds },
      { call: words('crypto.randomUUID fs.existsSync fs.statSync fs.lstatSync'), clears: '*' },
      {
        call: words('path.basename path.posix.basename path.win32.basename sanitize-filename sanitize-filename.default'),
        clears: ['path'],
      },
      { call: ['encodeURIComponent', 'querystring.escape'], clears: encodedKinds },
      { call: ['encodeURI', 'escape'], clears: ['header', 'log', 'sql', 'html', 'shell'] },
      { call: ['JSON.stringify'], clears: ['header', 'log', 'code'] },
      { call: words('/^escape_?reg_?exp?$/i lodash.escapeRegExp escape-string-regexp escape-string-regexp.default'), clears: ['regex'] },
      { call: words('shell-quote.quote shell-escape shell-escape.default shescape.quote'), clears: ['shell'] },
      { member: ['*.length', '*.size'], clears: textKinds },
    ],
  },
  propagators: {
    javascript: [
      { member: ['*.hostname', '*.host', '*.origin'], aspect: 'host' },
      { member: ['*.protocol'], aspect: 'scheme' },
      { member: ['*.length', '*.size'], aspect: 'length' },
      { call: ['path.extname'], from: ['0'], aspect: 'ending' },
      { call: words('path.resolve path.join path.posix.join path.posix.resolve'), from: ['*'], builds: 'concat', marks: ['resolved'] },
      {
        call: words('fs.realpathSync fs.promises.realpath fs/promises.realpath path.normalize path.posix.normalize'),
        from: ['0'],
        marks: ['resolved'],
      },
      { call: ['path.relative'], from: ['1'], aspect: 'relative', marks: ['resolved'] },
      { call: ['URL', 'url.parse', 'URL.parse'], from: ['0'] },
      { call: words('*.push *.unshift *.add'), from: ['0'], to: 'this[]', builds: 'concat' },
      { call: ['*.set'], from: ['1'], to: 'this[]', builds: 'concat' },
      { call: ['*.concat'], from: ['this', '0+'] },
      { call: ['*.join'], from: ['0', 'this'], builds: 'join', when: { at: 'this', is: 'list' } },
      {
        call: words('*.toString *.trim *.trimStart *.trimEnd *.toLowerCase *.toUpperCase *.valueOf *.normalize'),
        from: ['this'],
        builds: 'concat',
      },
      {
        call: words('*.slice *.reverse *.sort *.toSorted *.toReversed'),
        from: ['this'],
        builds: 'concat',
        when: { at: 'this', is: 'list' },
      },
      { call: ['String', 'structuredClone'], from: ['0'], builds: 'concat' },
      { call: ['util.format'], from: ['0', '1+'], builds: 'percent' },
      { call: ['RegExp'], from: ['0'], builds: 'concat' },
      { call: words('decodeURIComponent decodeURI unescape querystring.unescape atob'), revives: revivedKinds },
    ],
  },
  checks: {
    javascript: [
      { call: ['*.includes', '*.contains', '*.has', '*.hasOwnProperty'], is: 'in', of: '0', by: 'this' },
      { call: ['Object.hasOwn', '*.hasOwnProperty.call'], is: 'in', of: '1', by: '0' },
      { call: ['*.indexOf', '*.lastIndexOf'], is: 'in', of: '0', by: 'this', holds: 'not-negative' },
      { call: ['*.search'], is: 'part-match', of: 'this', by: '0', holds: 'not-negative' },
      { call: ['*.startsWith'], is: 'prefix', of: 'this', by: '0' },
      { call: ['*.endsWith'], is: 'suffix', of: 'this', by: '0' },
      { call: ['*.test', '*.exec'], is: 'part-match', of: '0', by: 'this' },
      { call: ['*.match'], is: 'part-match', of: 'this', by: '0' },
      { call: ['crypto.timingSafeEqual'], is: 'equal', of: '0', by: '1' },
    ],
  },
  guards: {
    javascript: [
      {
        guard: 'call',
        call: ['*.startsWith'],
        on: 'this',
        holds: 'false',
        clears: ['path'],
        aspect: 'relative',
        when: { at: '0', is: { text: '^\\.\\.' } },
      },
      {
        guard: 'call',
        call: words('Number.isInteger Number.isSafeInteger Number.isFinite isFinite'),
        on: '0',
        holds: 'true',
        clears: textKinds,
      },
      { guard: 'call', call: ['isNaN', 'Number.isNaN'], on: '0', holds: 'false', clears: textKinds },
      {
        guard: 'call',
        call: words('validator.isAlphanumeric validator.isInt validator.isUUID validator.isNumeric validator.isMongoId net.isIP'),
        on: '0',
        holds: 'true',
        clears: textKinds,
      },
    ],
  },
};
