import { namedFor, namesWith } from './common/naming.ts';
import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

/** Names of what nobody must guess. */
const unguessable = namedFor(
  'token, secret, password, passwd, pwd, otp, pin, nonce, salt, iv, api key, key, session, session id, sid, csrf, captcha, reset code, verification code, invite, voucher, coupon, ticket, code',
);
const unguessableFunction = namesWith(
  'token, secret, password, passwd, otp, nonce, salt, api key, session, csrf, captcha, reset, verification, invite, voucher, coupon',
);

const pythonSources = [
  'random.random',
  'random.randint',
  'random.randrange',
  'random.choice',
  'random.choices',
  'random.sample',
  'random.getrandbits',
  'random.randbytes',
  'random.uniform',
  'random.shuffle',
  'random.Random#choice',
  'random.Random#choices',
  'random.Random#randint',
  'random.Random#randrange',
  'random.Random#getrandbits',
  'random.Random#random',
  'random.Random#sample',
  'uuid.uuid1',
  'time.time',
  'time.time_ns',
  'numpy.random.randint',
  'numpy.random.choice',
];

/** Where a guessable value becomes a secret: by the name that it gets, or by the name of the function that yields it. */
const becomesSecret: readonly Sink[] = [{ named: unguessable }, { returned: true, within: { named: unguessableFunction } }];

export const randomness: RuleGroup = {
  name: 'randomness',
  types: {
    python: [{ name: 'random.Random()', is: 'random.Random' }],
    java: [
      { name: 'Random()', is: 'java.util.Random' },
      { name: 'SecureRandom()', is: 'java.security.SecureRandom' },
    ],
    go: [{ name: 'rand.New()', is: 'math/rand.Rand' }],
  },
  sources: {
    python: [{ from: 'call', of: pythonSources, kinds: ['predictable'], note: 'a number that can be guessed' }],
    javascript: [
      { from: 'call', of: ['Math.random', 'Date.now', 'performance.now'], kinds: ['predictable'], note: 'a number that can be guessed' },
      { from: 'call', of: ['*.getTime'], kinds: ['predictable'], note: 'the time' },
    ],
    java: [
      {
        from: 'call',
        of: [
          'Math.random',
          'System.currentTimeMillis',
          'System.nanoTime',
          'java.util.Random#nextInt',
          'java.util.Random#nextLong',
          'java.util.Random#nextDouble',
          'java.util.Random#ints',
          'ThreadLocalRandom.current().nextInt',
          'ThreadLocalRandom.current().nextLong',
          'RandomStringUtils.randomAlphanumeric',
          'RandomStringUtils.random',
        ],
        kinds: ['predictable'],
        note: 'a number that can be guessed',
      },
      { from: 'call', of: ['java.util.Random#nextBytes'], into: ['0'], kinds: ['predictable'], note: 'bytes that can be guessed' },
    ],
    go: [
      {
        from: 'call',
        of: ['Int', 'Intn', 'Int31', 'Int31n', 'Int63', 'Int63n', 'Uint32', 'Uint64', 'Float64', 'Perm'].flatMap((name) => [
          `math/rand.${name}`,
          `math/rand/v2.${name}`,
          `math/rand.Rand#${name}`,
        ]),
        kinds: ['predictable'],
        note: 'a number that can be guessed',
      },
      {
        from: 'call',
        of: ['math/rand.Read', 'math/rand.Rand#Read'],
        into: ['0'],
        kinds: ['predictable'],
        note: 'bytes that can be guessed',
      },
      { from: 'call', of: ['time.Now().UnixNano', 'time.Now().Unix'], kinds: ['predictable'], note: 'the time' },
    ],
    c: [
      {
        from: 'call',
        of: ['rand', 'random', 'rand_r', 'drand48', 'lrand48', 'mrand48', 'time'],
        kinds: ['predictable'],
        note: 'a number that can be guessed',
      },
    ],
  },
  rules: [
    {
      id: 'guessable-secret',
      cwe: 'CWE-338',
      also: ['CWE-330'],
      severity: 'high',
      message:
        'What nobody must guess is drawn from a source that can be foretold: use the system’s own (secrets, crypto.randomBytes, SecureRandom, crypto/rand, getrandom).',
      kind: 'predictable',
      sinks: {
        python: [...becomesSecret, call(['*.set_cookie'], { at: '1:value', is: 'present' })],
        javascript: [...becomesSecret],
        java: becomesSecret,
        go: becomesSecret,
        c: becomesSecret,
      },
      examples: [
        {
          language: 'python',
          bad: 'import random\nimport string\n\ndef reset_token():\n    return "".join(random.choice(string.ascii_letters) for _ in range(32))\n',
          good: 'import secrets\n\ndef reset_token():\n    return secrets.token_urlsafe(32)\n',
        },
        {
          language: 'python',
          bad: 'import random\n\ndef enrol(member):\n    session_id = "%032x" % random.getrandbits(128)\n    member.remember(session_id)\n',
          good: 'import random\n\ndef enrol(member):\n    session_id = "%032x" % random.SystemRandom().getrandbits(128)\n    member.remember(session_id)\n',
        },
        {
          language: 'javascript',
          bad: 'function makeToken() {\n  return Math.random().toString(36).slice(2);\n}\nmodule.exports = { makeToken };\n',
          good: "const { randomBytes } = require('crypto');\nfunction makeToken() {\n  return randomBytes(24).toString('hex');\n}\nmodule.exports = { makeToken };\n",
        },
        {
          language: 'javascript',
          bad: 'exports.enrol = (member) => {\n  const resetCode = String(Math.floor(Math.random() * 1e6));\n  member.remember(resetCode);\n};\n',
          good: 'exports.roll = (member) => {\n  const face = 1 + Math.floor(Math.random() * 6);\n  member.show(face);\n};\n',
        },
        {
          language: 'java',
          bad: 'import java.util.Random;\nclass Sessions {\n  static String newToken() {\n    Random random = new Random();\n    return Long.toHexString(random.nextLong());\n  }\n}\n',
          good: 'import java.security.SecureRandom;\nclass Sessions {\n  static String newToken() {\n    SecureRandom random = new SecureRandom();\n    return Long.toHexString(random.nextLong());\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package sessions\n\nimport (\n\t"fmt"\n\t"math/rand"\n)\n\nfunc NewToken() string {\n\treturn fmt.Sprintf("%x", rand.Int63())\n}\n',
          good: 'package sessions\n\nimport (\n\t"crypto/rand"\n\t"fmt"\n)\n\nfunc NewToken() (string, error) {\n\tb := make([]byte, 16)\n\tif _, err := rand.Read(b); err != nil {\n\t\treturn "", err\n\t}\n\treturn fmt.Sprintf("%x", b), nil\n}\n',
        },
        {
          language: 'c',
          bad: "#include <stdlib.h>\nvoid make(char *out, int n) {\n  for (int i = 0; i < n; i++) {\n    int key = rand() % 26;\n    out[i] = (char)('a' + key);\n  }\n}\n",
          good: '#include <sys/random.h>\nint make(unsigned char *out, int n) {\n  return getrandom(out, n, 0) == n;\n}\n',
        },
      ],
    },
    {
      id: 'seeded-with-a-constant',
      cwe: 'CWE-335',
      also: ['CWE-330', 'CWE-338', 'CWE-337', 'CWE-336'],
      severity: 'low',
      message: 'A generator that is seeded with a constant or with the time yields what anybody can compute.',
      sinks: {
        python: [
          {
            call: ['random.seed', 'random.Random'],
            when: { at: '0', is: { any: ['constant', { carries: 'predictable' }] } },
            within: { named: unguessableFunction },
          },
        ],
        java: [
          { call: ['SecureRandom#setSeed'], when: { at: '0', is: 'constant' } },
          { call: ['SecureRandom'], when: { at: '0', is: 'constant' } },
        ],
        c: [
          {
            call: ['srand', 'srandom', 'srand48'],
            when: { at: '0', is: { any: ['constant', { carries: 'predictable' }] } },
            within: { named: unguessableFunction },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import random\n\ndef session_key():\n    random.seed(42)\n    return random.getrandbits(64)\n',
          good: 'import secrets\n\ndef session_key():\n    return secrets.randbits(64)\n',
        },
        {
          language: 'java',
          bad: 'import java.security.SecureRandom;\nclass Keys {\n  static byte[] make() {\n    SecureRandom random = new SecureRandom();\n    random.setSeed(7L);\n    byte[] b = new byte[16];\n    random.nextBytes(b);\n    return b;\n  }\n}\n',
          good: 'import java.security.SecureRandom;\nclass Keys {\n  static byte[] make() {\n    SecureRandom random = new SecureRandom();\n    byte[] b = new byte[16];\n    random.nextBytes(b);\n    return b;\n  }\n}\n',
        },
        {
          language: 'c',
          bad: '#include <stdlib.h>\n#include <time.h>\nlong session_token(void) {\n  srand(time(NULL));\n  return rand();\n}\n',
          good: '#include <sys/random.h>\nint session_token(unsigned char *out, int n) { return getrandom(out, n, 0) == n; }\n',
        },
      ],
    },
  ],
};
