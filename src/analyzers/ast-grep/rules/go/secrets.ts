import { credentialName, placeholder, type SyntaxRule, secretName } from '../../syntax-rule.ts';
import { called, file, given, go, inFile, literalText, structOf } from './matchers.ts';

export const goSecretsRules: readonly SyntaxRule[] = [
  {
    id: 'go-weak-hash',
    languages: go,
    cwe: ['CWE-328'],
    severity: 'medium',
    message: 'MD5 and SHA-1 are broken: use SHA-256, or a password hash for passwords.',
    words: /md[45]|sha1/,
    match: called('(md4|md5|sha1)\\.(New|Sum)'),
    flags: [file('h := md5.New()'), file('s := sha1.Sum(data)')],
    passes: [file('s := sha256.Sum256(data)')],
  },
  {
    id: 'go-weak-cipher',
    languages: go,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'This cipher is broken or too small: use AES with cipher.NewGCM.',
    words: /des\.|rc4\.|blowfish\.|cast5\./,
    match: called('des\\.NewCipher|des\\.NewTripleDESCipher|rc4\\.NewCipher|blowfish\\.NewCipher|cast5\\.NewCipher'),
    flags: [file('b, err := des.NewCipher(key)'), file('c, err := rc4.NewCipher(key)')],
    passes: [file('b, err := aes.NewCipher(key)')],
  },
  {
    id: 'go-constant-iv',
    languages: go,
    cwe: ['CWE-329', 'CWE-1204'],
    severity: 'medium',
    message: 'The initialisation vector is constant: fill it from crypto/rand for each message.',
    words: /NewCBC|NewCTR|NewCFB|NewOFB|\.Seal/,
    match: {
      ...called('cipher\\.(NewCBCEncrypter|NewCTR|NewCFBEncrypter|NewOFB)'),
      all: [given(`,\\s*(make\\(\\[\\]byte,[^)]*\\)|\\[\\]byte\\(${literalText}\\)|\\[\\]byte\\{[\\d,\\sx]*\\})\\s*\\)$`)],
    },
    flags: [
      file('s := cipher.NewCTR(block, make([]byte, aes.BlockSize))'),
      file('m := cipher.NewCBCEncrypter(block, []byte("0123456789abcdef"))'),
    ],
    passes: [file('s := cipher.NewCTR(block, iv)')],
  },
  {
    id: 'go-tls-unverified',
    languages: go,
    cwe: ['CWE-295'],
    severity: 'high',
    message: 'The certificate of the other side is not checked.',
    words: /InsecureSkipVerify|InsecureIgnoreHostKey/,
    match: {
      any: [
        { kind: 'keyed_element', regex: '^InsecureSkipVerify:\\s*true$' },
        { kind: 'assignment_statement', regex: '\\.InsecureSkipVerify\\s*=\\s*true$' },
        called('ssh\\.InsecureIgnoreHostKey'),
      ],
    },
    flags: [
      file('c := &tls.Config{InsecureSkipVerify: true}'),
      file('c.InsecureSkipVerify = true'),
      file('k := ssh.InsecureIgnoreHostKey()'),
    ],
    passes: [file('c := &tls.Config{MinVersion: tls.VersionTLS12}'), file('c := &tls.Config{InsecureSkipVerify: false}')],
  },
  {
    id: 'go-old-tls',
    languages: go,
    cwe: ['CWE-327'],
    severity: 'medium',
    message: 'This version of the protocol is broken: use tls.VersionTLS12 or later.',
    words: /VersionTLS1[01]|VersionSSL30/,
    match: {
      any: [
        { kind: 'keyed_element', regex: '^MinVersion:\\s*tls\\.(VersionSSL30|VersionTLS10|VersionTLS11)$' },
        { kind: 'assignment_statement', regex: '\\.MinVersion\\s*=\\s*tls\\.(VersionSSL30|VersionTLS10|VersionTLS11)$' },
      ],
    },
    flags: [file('c := &tls.Config{MinVersion: tls.VersionTLS10}')],
    passes: [file('c := &tls.Config{MinVersion: tls.VersionTLS13}')],
  },
  {
    id: 'go-guessable-token',
    languages: go,
    cwe: ['CWE-338', 'CWE-330'],
    severity: 'high',
    message: 'Values of math/rand can be computed from earlier ones: use crypto/rand.',
    words: /math\/rand/,
    match: {
      all: [
        called('rand\\.(Int|Intn|Int31|Int31n|Int63|Int63n|Uint32|Uint64|Float32|Float64|Read|Perm|Shuffle|New|N|IntN)'),
        inFile('math/rand(/v2)?'),
        {
          inside: {
            any: [
              { kind: 'function_declaration', has: { field: 'name', regex: secretName } },
              { kind: 'method_declaration', has: { field: 'name', regex: secretName } },
              { kind: 'short_var_declaration', has: { field: 'left', regex: secretName } },
              { kind: 'assignment_statement', has: { field: 'left', regex: secretName } },
            ],
            stopBy: 'end',
          },
        },
      ],
    },
    flags: [
      file('token := rand.Int63()', 'math/rand'),
      'package p\n\nimport "math/rand"\n\nfunc newSession() int {\n\treturn rand.Intn(1000000)\n}\n',
    ],
    passes: [file('colour := rand.Intn(3)', 'math/rand'), file('_, err := rand.Read(token)', 'crypto/rand')],
  },
  {
    id: 'go-credential',
    languages: go,
    cwe: ['CWE-798'],
    severity: 'high',
    message: 'A credential stands in the source: read it from the environment or a store of secrets.',
    words: /passw|pwd|secret|key|token|passphrase/i,
    match: {
      any: [
        {
          kind: 'const_spec',
          all: [
            { has: { field: 'name', regex: credentialName } },
            { has: { field: 'value', regex: `^(\\[\\]byte\\()?["\`][^"\`]{6,}["\`]\\)?$`, not: { regex: placeholder } } },
          ],
        },
        {
          kind: 'var_spec',
          all: [
            { has: { field: 'name', regex: credentialName } },
            { has: { field: 'value', regex: `^(\\[\\]byte\\()?["\`][^"\`]{6,}["\`]\\)?$`, not: { regex: placeholder } } },
          ],
        },
        {
          kind: 'short_var_declaration',
          all: [
            { has: { field: 'left', regex: credentialName } },
            { has: { field: 'right', regex: `^(\\[\\]byte\\()?["\`][^"\`]{6,}["\`]\\)?$`, not: { regex: placeholder } } },
          ],
        },
        {
          kind: 'keyed_element',
          regex: '(?i)^"?(password|passwd|secret|apikey|api_key)"?:\\s*"[^"\\s]{6,}"$',
          not: { regex: '(?i)(example|placeholder|change)' },
        },
      ],
    },
    flags: [
      file('password := "tulip-7-harbour"'),
      'package p\n\nconst apiKey = "tulip-7-harbour"\n',
      'package p\n\nvar jwtSecret = []byte("tulip-7-harbour")\n',
    ],
    passes: [file('password := os.Getenv("PASSWORD")'), file('password := ""'), file('passwordField := "password-input"')],
  },
  {
    id: 'go-cookie-script-readable',
    languages: go,
    cwe: ['CWE-1004'],
    severity: 'low',
    message: 'Scripts of the page can read this cookie: set HttpOnly.',
    words: /http\.Cookie/,
    match: {
      ...structOf('http\\.Cookie'),
      all: [
        { not: { regex: 'HttpOnly:\\s*(true|[a-z]\\w*[.(])' } },
        { not: { regex: 'MaxAge:\\s*-1' } },
        { not: { inside: { kind: 'block', regex: '\\.HttpOnly\\s*=\\s*true', stopBy: 'end' } } },
      ],
    },
    flags: [
      file('c := http.Cookie{Name: "session", Value: id}'),
      file('http.SetCookie(w, &http.Cookie{Name: "s", Value: id, HttpOnly: false})'),
    ],
    passes: [
      file('c := http.Cookie{Name: "session", Value: id, HttpOnly: true, Secure: true}'),
      file('c := &http.Cookie{Name: "s"}\n\tc.HttpOnly = true'),
    ],
  },
  {
    id: 'go-cookie-in-clear',
    languages: go,
    cwe: ['CWE-614'],
    severity: 'low',
    message: 'This cookie is also sent without encryption: set Secure.',
    words: /http\.Cookie/,
    match: {
      ...structOf('http\\.Cookie'),
      all: [
        { not: { regex: 'Secure:\\s*(true|[a-z]\\w*)' } },
        { not: { regex: 'MaxAge:\\s*-1' } },
        { not: { inside: { kind: 'block', regex: '\\.Secure\\s*=\\s*true', stopBy: 'end' } } },
      ],
    },
    flags: [file('c := http.Cookie{Name: "session", Value: id, HttpOnly: true}')],
    passes: [file('c := http.Cookie{Name: "session", Value: id, HttpOnly: true, Secure: true}')],
  },
  {
    id: 'go-open-mode',
    languages: go,
    cwe: ['CWE-732', 'CWE-276'],
    severity: 'medium',
    message: 'Everybody on the machine may write this.',
    words: /os\.|ioutil\./,
    match: {
      ...called('(os|ioutil)\\.(Chmod|Mkdir|MkdirAll|WriteFile|OpenFile)|\\w+\\.Chmod'),
      all: [given('(,|^\\()\\s*(os\\.FileMode\\()?0o?[0-7]?[0-7][0-7][2367]\\)?\\s*\\)$')],
    },
    flags: [file('os.Chmod(path, 0777)'), file('os.WriteFile(path, data, 0o666)'), file('os.MkdirAll(path, 0777)')],
    passes: [file('os.Chmod(path, 0600)'), file('os.WriteFile(path, data, 0o644)')],
  },
  {
    id: 'go-bind-all',
    languages: go,
    cwe: ['CWE-1327', 'CWE-605'],
    severity: 'low',
    message: 'Listens on every network of the machine.',
    words: /0\.0\.0\.0/,
    match: {
      ...called('net\\.(Listen|ListenPacket)|http\\.(ListenAndServe|ListenAndServeTLS)|tls\\.Listen'),
      all: [given('"0\\.0\\.0\\.0:')],
    },
    flags: [file('l, err := net.Listen("tcp", "0.0.0.0:8080")')],
    passes: [file('l, err := net.Listen("tcp", "127.0.0.1:8080")')],
  },
  {
    id: 'go-fixed-temporary-file',
    languages: go,
    cwe: ['CWE-377', 'CWE-379'],
    severity: 'medium',
    message: 'A file of a known name in a folder that all may write to can be a link that somebody else laid: use os.CreateTemp.',
    words: /\/tmp\//,
    match: {
      ...called('os\\.(Create|WriteFile|OpenFile)|ioutil\\.WriteFile'),
      all: [given('^\\(\\s*"/(var/)?tmp/'), { not: given('O_EXCL|O_RDONLY') }],
    },
    flags: [file('f, err := os.Create("/tmp/export.csv")')],
    passes: [file('f, err := os.CreateTemp("", "export")'), file('f, err := os.OpenFile("/tmp/l", os.O_CREATE|os.O_EXCL, 0600)')],
  },
  {
    id: 'go-small-key',
    languages: go,
    cwe: ['CWE-326'],
    severity: 'medium',
    message: 'An RSA key of fewer than 2048 bits can be broken.',
    words: /GenerateKey/,
    match: { ...called('rsa\\.(GenerateKey|GenerateMultiPrimeKey)'), all: [given(',\\s*(512|768|1024|1536)\\s*\\)$')] },
    flags: [file('k, err := rsa.GenerateKey(rand.Reader, 1024)')],
    passes: [file('k, err := rsa.GenerateKey(rand.Reader, 3072)')],
  },
];
