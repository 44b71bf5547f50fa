import { credentialName, placeholder, type SyntaxRule, secretName } from '../../syntax-rule.ts';
import { both, called, f, given } from './matchers.ts';

export const cSecretsRules: readonly SyntaxRule[] = [
  {
    id: 'c-mktemp',
    languages: both,
    cwe: ['CWE-377'],
    severity: 'medium',
    message: 'Between this name and its use somebody else can make the file: use mkstemp.',
    words: /mktemp|tmpnam|tempnam/,
    match: called('mktemp|tmpnam|tmpnam_r|tempnam|_mktemp'),
    flags: [f('mktemp(name);'), f('char *p = tmpnam(0);')],
    passes: [f('int h = mkstemp(name);'), f('FILE *t = tmpfile();')],
  },
  {
    id: 'c-fixed-temporary-file',
    languages: both,
    cwe: ['CWE-377', 'CWE-379'],
    severity: 'medium',
    message: 'A file of a known name in a folder that all may write to can be a link that somebody else laid.',
    words: /\/tmp\//,
    match: {
      any: [
        { ...called('fopen|freopen'), all: [given('^\\(\\s*"/(var/)?tmp/[^"]*"\\s*,\\s*"[wa]'), { not: given('"[wa][^"]*x') }] },
        { ...called('open|creat'), all: [given('^\\(\\s*"/(var/)?tmp/'), given('O_CREAT|,\\s*0?\\d+\\s*\\)$'), { not: given('O_EXCL') }] },
      ],
    },
    flags: [f('FILE *t = fopen("/tmp/export.csv", "w");'), f('int h = open("/tmp/export.csv", O_WRONLY | O_CREAT, 0600);')],
    passes: [f('FILE *t = fopen("/tmp/export.csv", "r");'), f('int h = open("/tmp/l", O_CREAT | O_EXCL | O_WRONLY, 0600);')],
  },
  {
    id: 'c-guessable-token',
    languages: both,
    cwe: ['CWE-338', 'CWE-330'],
    severity: 'high',
    message: 'Values of rand can be computed from earlier ones: use getrandom or the system’s generator.',
    words: /rand/,
    match: {
      ...called('rand|random|rand_r|lrand48|drand48|mrand48'),
      inside: {
        any: [
          { kind: 'function_definition', has: { field: 'declarator', regex: `${secretName}[\\s\\S]*\\(|^[^(]*${secretName}` } },
          { kind: 'init_declarator', has: { field: 'declarator', regex: secretName } },
          { kind: 'assignment_expression', has: { field: 'left', regex: secretName } },
        ],
        stopBy: 'end',
      },
    },
    flags: ['int make_token(void) {\n  return rand();\n}\n', f('session[i] = letters[rand() % 62];')],
    passes: ['int roll(void) {\n  return rand() % 6;\n}\n', 'int make_token(void) {\n  return getrandom(0, 0, 0);\n}\n'],
  },
  {
    id: 'c-open-mode',
    languages: both,
    cwe: ['CWE-732', 'CWE-276'],
    severity: 'medium',
    message: 'Everybody on the machine may write this.',
    words: /chmod|mkdir|umask|open|creat/,
    match: {
      any: [
        { ...called('chmod|fchmod|mkdir|open|creat|openat|mkfifo'), all: [given(',\\s*0[0-7]?[0-7][0-7][2367]\\s*\\)$')] },
        { ...called('chmod|fchmod|mkdir|open|creat'), all: [given('S_IWOTH|S_IRWXO|ACCESSPERMS')] },
        { ...called('umask'), all: [given('^\\(\\s*0+\\s*\\)$')] },
      ],
    },
    flags: [f('chmod(path, 0777);'), f('int h = open(path, O_CREAT | O_WRONLY, 0666);'), f('umask(0);')],
    passes: [f('chmod(path, 0600);'), f('int h = open(path, O_CREAT | O_WRONLY, 0640);'), f('umask(077);')],
  },
  {
    id: 'c-weak-hash',
    languages: both,
    cwe: ['CWE-328'],
    severity: 'medium',
    message: 'MD5 and SHA-1 are broken: use SHA-256, or a password hash for passwords.',
    words: /MD[245]|SHA1|md5|sha1/,
    match: {
      any: [
        called('MD[245](_Init|_Update|_Final)?|SHA1(_Init|_Update|_Final)?|EVP_(md[45]|sha1)'),
        { ...called('EVP_get_digestbyname|EVP_MD_fetch'), all: [given('(?i)"(md[245]|sha-?1)"')] },
      ],
    },
    flags: [f('MD5(data, size, out);'), f('EVP_DigestInit_ex(context, EVP_sha1(), 0);')],
    passes: [f('EVP_DigestInit_ex(context, EVP_sha256(), 0);')],
  },
  {
    id: 'c-weak-cipher',
    languages: both,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'This cipher or mode is broken: use EVP_aes_256_gcm.',
    words: /DES_|RC[24]|EVP_/,
    match: called(
      'DES_\\w*(encrypt|crypt)\\w*|RC[24]|RC4_set_key|EVP_(des_\\w+|rc[24]\\w*|bf_\\w+|cast5_\\w+|aes_\\d+_ecb|idea_\\w+)|AES_(ecb_)?encrypt',
    ),
    flags: [f('EVP_EncryptInit_ex(context, EVP_des_cbc(), 0, key, iv);'), f('EVP_EncryptInit_ex(context, EVP_aes_128_ecb(), 0, key, 0);')],
    passes: [f('EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), 0, key, iv);')],
  },
  {
    id: 'c-tls-unverified',
    languages: both,
    cwe: ['CWE-295'],
    severity: 'high',
    message: 'The certificate of the other side is not checked.',
    words: /SSL_VERIFY_NONE|CURLOPT_SSL_VERIFY/,
    match: {
      any: [
        { ...called('SSL_CTX_set_verify|SSL_set_verify'), all: [given(',\\s*SSL_VERIFY_NONE')] },
        { ...called('curl_easy_setopt'), all: [given('CURLOPT_SSL_VERIFY(PEER|HOST)\\s*,\\s*(0L?|false)\\s*\\)$')] },
      ],
    },
    flags: [f('SSL_CTX_set_verify(context, SSL_VERIFY_NONE, 0);'), f('curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);')],
    passes: [f('SSL_CTX_set_verify(context, SSL_VERIFY_PEER, 0);'), f('curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);')],
  },
  {
    id: 'c-credential',
    languages: both,
    cwe: ['CWE-798'],
    severity: 'high',
    message: 'A credential stands in the source: read it from the environment or a store of secrets.',
    words: /passw|pwd|secret|key|token|passphrase/i,
    match: {
      kind: 'init_declarator',
      all: [
        { has: { field: 'declarator', regex: credentialName.replace('^(', '^\\**\\s*(const )?(').replace('$', '(\\[[^\\]]*\\])?$') } },
        { has: { field: 'value', kind: 'string_literal', regex: '^"[^"]{6,}"$', not: { regex: placeholder } } },
      ],
    },
    flags: [f('const char *password = "tulip-7-harbour";'), 'static const char API_KEY[] = "tulip-7-harbour";\n'],
    passes: [f('const char *password = getenv("PASSWORD");'), f('const char *password_field = "password-input";')],
  },
  {
    id: 'c-bind-all',
    languages: both,
    cwe: ['CWE-1327', 'CWE-605'],
    severity: 'low',
    message: 'Listens on every network of the machine.',
    words: /INADDR_ANY|in6addr_any/,
    match: { kind: 'assignment_expression', regex: 's_addr\\s*=.*INADDR_ANY|sin6_addr\\s*=\\s*in6addr_any' },
    flags: [f('address.sin_addr.s_addr = htonl(INADDR_ANY);')],
    passes: [f('address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);')],
  },
];
