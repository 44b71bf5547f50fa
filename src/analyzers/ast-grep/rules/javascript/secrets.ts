import { credentialName, type SyntaxRule } from '../../syntax-rule.ts';
import { argument, both, called, credential, option, secretPlace } from './matchers.ts';

export const javascriptSecretsRules: readonly SyntaxRule[] = [
  {
    id: 'js-weak-hash',
    languages: both,
    cwe: ['CWE-328'],
    severity: 'medium',
    message: 'MD5 and SHA-1 are broken: use SHA-256, or a password hash for passwords.',
    words: /md4|md5|sha-?1/i,
    match: { all: [called('(^|\\.)createHash$'), argument({ kind: 'string', regex: '(?i)^.(md4|md5|sha-?1).$' })] },
    flags: ["crypto.createHash('md5').update(text);\n", "createHash('SHA1');\n"],
    passes: ["crypto.createHash('sha256').update(text);\n", "createHmac('sha512', key);\n"],
  },
  {
    id: 'js-weak-cipher',
    languages: both,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'This cipher or mode is broken, or derives its key without salt: use aes-256-gcm with createCipheriv.',
    words: /create(Dec|C)ipher/,
    match: {
      any: [
        {
          all: [
            called('(^|\\.)create(C|Dec)ipheriv$'),
            argument({ kind: 'string', regex: '(?i)^.(des|rc2|rc4|bf|blowfish|cast|idea|seed).*|^.*-ecb.$' }),
          ],
        },
        called('(^|\\.)create(C|Dec)ipher$'),
      ],
    },
    flags: [
      "crypto.createCipheriv('des-ede3-cbc', key, iv);\n",
      "crypto.createCipheriv('aes-128-ecb', key, null);\n",
      "crypto.createCipher('aes192', password);\n",
    ],
    passes: ["crypto.createCipheriv('aes-256-gcm', key, iv);\n"],
  },
  {
    id: 'js-constant-iv',
    languages: both,
    cwe: ['CWE-329', 'CWE-1204'],
    severity: 'medium',
    message: 'The initialisation vector is constant: take a random one for each message.',
    words: /createCipheriv/,
    match: {
      all: [
        called('(^|\\.)createCipheriv$'),
        argument({
          regex: '^Buffer\\.(alloc\\(\\d+(, *\\w+)?\\)|from\\(\\s*["\'])|^["\'][^"\']{8,}["\']$',
          follows: { kind: 'string', stopBy: 'end' },
          not: { precedes: { kind: 'identifier', stopBy: 'end' } },
        }),
        { not: { has: { field: 'arguments', regex: '(?i)-ecb' } } },
      ],
    },
    flags: [
      "crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16));\n",
      "crypto.createCipheriv('aes-256-cbc', key, '0123456789abcdef');\n",
    ],
    passes: [
      "crypto.createCipheriv('aes-256-cbc', key, crypto.randomBytes(16));\n",
      "crypto.createCipheriv('aes-256-cbc', Buffer.from('c2VjcmV0', 'base64'), iv);\n",
    ],
  },
  {
    id: 'js-tls-unverified',
    languages: both,
    cwe: ['CWE-295'],
    severity: 'high',
    message: 'The certificate of the other side is not checked.',
    words: /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/,
    match: {
      any: [
        option('rejectUnauthorized', '(false|0)'),
        option('checkServerIdentity', '\\([^)]*\\)\\s*=>\\s*(undefined|null|\\{\\s*\\})'),
        { kind: 'assignment_expression', regex: 'NODE_TLS_REJECT_UNAUTHORIZED["\'\\]]*\\s*=\\s*["\']?0["\']?$' },
      ],
    },
    flags: [
      'https.get(url, { rejectUnauthorized: false });\n',
      "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\n",
      'tls.connect({ checkServerIdentity: () => undefined });\n',
    ],
    passes: ['https.get(url, { rejectUnauthorized: true });\n', 'https.get(url, { ca });\n'],
  },
  {
    id: 'js-guessable-token',
    languages: both,
    cwe: ['CWE-338', 'CWE-330'],
    severity: 'high',
    message: 'Values of Math.random can be computed from earlier ones: use crypto.randomBytes or crypto.randomUUID.',
    words: /Math\.random/,
    match: { ...called('^Math\\.random$'), inside: { ...secretPlace, stopBy: 'end' } },
    flags: ['const token = Math.random().toString(36).slice(2);\n', 'function makeOtp() {\n  return Math.floor(Math.random() * 1e6);\n}\n'],
    passes: ["const token = crypto.randomBytes(16).toString('hex');\n", 'const colour = Math.random();\n'],
  },
  {
    id: 'js-cookie-script-readable',
    languages: both,
    cwe: ['CWE-1004'],
    severity: 'low',
    message: 'Scripts of the page can read this cookie: set httpOnly.',
    words: /cookie/i,
    match: {
      any: [
        {
          all: [
            called('(?i)^(res|response|reply|ctx\\.res|this\\.res)\\.(cookie|setCookie)$'),
            { not: { has: { field: 'arguments', regex: 'httpOnly(["\']?\\s*:\\s*(true|[a-z])|\\s*[,}])|\\.\\.\\.' } } },
            {
              not: argument({
                kind: 'identifier',
                follows: {
                  any: [{ kind: 'identifier' }, { kind: 'member_expression' }, { kind: 'call_expression' }, { kind: 'string' }],
                  stopBy: 'end',
                },
                all: [{ regex: '(?i)option|flags|settings|config|cookie' }],
              }),
            },
          ],
        },
        option('httpOnly', 'false'),
      ],
    },
    flags: [
      "res.cookie('session', id);\n",
      "res.cookie('session', id, { secure: true });\n",
      'app.use(session({ cookie: { httpOnly: false } }));\n',
    ],
    passes: [
      "res.cookie('session', id, { httpOnly: true, secure: true });\n",
      "res.cookie('session', id, cookieOptions);\n",
      'res.clearCookie(name);\n',
    ],
  },
  {
    id: 'js-cookie-in-clear',
    languages: both,
    cwe: ['CWE-614'],
    severity: 'low',
    message: 'This cookie is also sent without encryption: set secure.',
    words: /cookie/i,
    match: {
      all: [
        called('(?i)^(res|response|reply|ctx\\.res|this\\.res)\\.(cookie|setCookie)$'),
        { not: { has: { field: 'arguments', regex: 'secure(["\']?\\s*:\\s*(true|[a-z])|\\s*[,}])|\\.\\.\\.' } } },
        { not: argument({ kind: 'identifier', regex: '(?i)option|flags|settings|config' }) },
      ],
    },
    flags: ["res.cookie('session', id, { httpOnly: true });\n"],
    passes: ["res.cookie('session', id, { httpOnly: true, secure: true });\n", "res.cookie('session', id, options);\n"],
  },
  {
    id: 'js-jwt-unverified',
    languages: both,
    cwe: ['CWE-347'],
    severity: 'high',
    message: 'The token is believed without its signature.',
    words: /jwt|jsonwebtoken|none/i,
    match: {
      all: [
        called('^(jwt|jsonwebtoken|JWT)\\.verify$'),
        {
          has: {
            field: 'arguments',
            regex: '(?i)algorithms["\']?\\s*:\\s*\\[[^\\]]*["\']none["\']|^\\([^,]+,\\s*(null|undefined|false|["\']{2})\\s*[,)]',
          },
        },
      ],
    },
    flags: ["jwt.verify(token, key, { algorithms: ['none'] });\n", 'jwt.verify(token, null);\n'],
    passes: ["jwt.verify(token, key, { algorithms: ['HS256'] });\n"],
  },
  {
    id: 'js-credential',
    languages: both,
    cwe: ['CWE-798'],
    severity: 'high',
    message: 'A credential stands in the source: read it from the environment or a store of secrets.',
    words: /passw|pwd|secret|key|token|passphrase|jwt/i,
    match: {
      any: [
        {
          kind: 'variable_declarator',
          all: [{ has: { field: 'name', regex: credentialName } }, { has: { field: 'value', ...credential } }],
        },
        {
          kind: 'pair',
          all: [
            { has: { field: 'key', regex: '(?i)^["\']?(password|passwd|secret|api_?key|secretOrKey|passphrase)["\']?$' } },
            { has: { field: 'value', ...credential } },
          ],
          inside: {
            any: [{ kind: 'arguments' }, { kind: 'variable_declarator', has: { field: 'name', regex: '(?i)config|options|settings' } }],
            stopBy: 'end',
          },
        },
        {
          all: [
            called('^(jwt|jsonwebtoken)\\.(sign|verify)$'),
            argument({ kind: 'string', follows: { regex: '^,$' }, all: [{ not: { regex: '^..$' } }] }),
          ],
        },
      ],
    },
    flags: ["const password = 'tulip-7-harbour';\n", "app.use(session({ secret: 'tulip-7-harbour' }));\n", "jwt.sign({ id }, 'tulip');\n"],
    passes: [
      'const password = process.env.PASSWORD;\n',
      "const password = '';\n",
      'jwt.sign({ id }, key);\n',
      "const passwordField = 'password-input';\n",
    ],
  },
];
