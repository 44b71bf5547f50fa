import { credentialName, placeholder, type SyntaxRule, secretName } from '../../syntax-rule.ts';
import { called, inMethodWithout, java, literal, made, method } from './matchers.ts';

export const javaSecretsRules: readonly SyntaxRule[] = [
  {
    id: 'java-weak-hash',
    languages: java,
    cwe: ['CWE-328'],
    severity: 'medium',
    message: 'MD5 and SHA-1 are broken: use SHA-256, or a password hash for passwords.',
    words: /MD[245]|SHA-?1/i,
    match: { ...called('MessageDigest$', 'getInstance'), has: { field: 'arguments', regex: '(?i)^\\("(md2|md4|md5|sha-?1|sha)"' } },
    flags: [method('MessageDigest.getInstance("MD5");'), method('java.security.MessageDigest.getInstance("SHA-1");')],
    passes: [method('MessageDigest.getInstance("SHA-256");')],
  },
  {
    id: 'java-weak-cipher',
    languages: java,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'This cipher is broken or too small: use AES/GCM/NoPadding.',
    words: /Cipher/,
    match: {
      ...called('(^|\\.)Cipher$', 'getInstance'),
      has: { field: 'arguments', regex: '(?i)^\\("(des|desede|rc2|rc4|arcfour|blowfish)(/|")' },
    },
    flags: [method('Cipher.getInstance("DES/CBC/PKCS5Padding");'), method('Cipher.getInstance("RC4");')],
    passes: [method('Cipher.getInstance("AES/GCM/NoPadding");')],
  },
  {
    id: 'java-ecb',
    languages: java,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'ECB, which is also what "AES" alone means, shows which blocks are equal: use AES/GCM/NoPadding.',
    words: /Cipher/,
    match: {
      ...called('(^|\\.)Cipher$', 'getInstance'),
      has: { field: 'arguments', regex: '(?i)^\\("(aes|[^"/]+/ecb/[^"]*)"' },
      not: { has: { field: 'arguments', regex: '(?i)"rsa/' } },
    },
    flags: [method('Cipher.getInstance("AES");'), method('Cipher.getInstance("AES/ECB/PKCS5Padding");')],
    passes: [method('Cipher.getInstance("AES/GCM/NoPadding");'), method('Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");')],
  },
  {
    id: 'java-constant-iv',
    languages: java,
    cwe: ['CWE-329', 'CWE-1204'],
    severity: 'medium',
    message: 'The initialisation vector is constant: fill it from SecureRandom for each message.',
    words: /IvParameterSpec|GCMParameterSpec/,
    match: {
      ...made('IvParameterSpec|GCMParameterSpec'),
      all: [
        { has: { field: 'arguments', regex: '(new byte\\[\\s*\\d+\\s*\\]|new byte\\[\\]\\s*\\{|"[^"]*"\\.getBytes\\([^)]*\\))\\s*\\)$' } },
      ],
    },
    flags: [method('new IvParameterSpec(new byte[16]);'), method('new GCMParameterSpec(128, "0123456789ab".getBytes());')],
    passes: [method('new IvParameterSpec(iv);')],
  },
  {
    id: 'java-guessable-token',
    languages: java,
    cwe: ['CWE-338', 'CWE-330'],
    severity: 'high',
    message: 'Values of Random and Math.random can be computed from earlier ones: use SecureRandom.',
    words: /Random|Math\.random/,
    match: {
      any: [
        made('Random'),
        called('^Math$', 'random'),
        called('ThreadLocalRandom', 'next\\w+|ints|current'),
        called('RandomStringUtils$', 'random\\w*'),
      ],
      inside: {
        any: [
          { kind: 'method_declaration', has: { field: 'name', regex: secretName } },
          { kind: 'variable_declarator', has: { field: 'name', regex: secretName } },
          { kind: 'class_declaration', has: { field: 'name', regex: secretName } },
        ],
        stopBy: 'end',
      },
    },
    flags: [
      'class A {\n  String resetToken() {\n    return Long.toHexString(new java.util.Random().nextLong());\n  }\n}\n',
      method('double token = Math.random();'),
    ],
    passes: [
      'class A {\n  String resetToken() {\n    return Long.toHexString(new SecureRandom().nextLong());\n  }\n}\n',
      method('int colour = new Random().nextInt(3);'),
    ],
  },
  {
    id: 'java-trust-all',
    languages: java,
    cwe: ['CWE-295'],
    severity: 'high',
    message: 'The certificate of the other side is not checked.',
    words: /checkServerTrusted|setHostnameVerifier|setDefaultHostnameVerifier|verify|TrustAll|NoopHostnameVerifier/,
    match: {
      any: [
        {
          kind: 'method_declaration',
          all: [
            { has: { field: 'name', regex: '^checkServerTrusted$' } },
            { has: { field: 'body', regex: '^\\{\\s*((//[^\\n]*\\n|return;)\\s*)*\\}$' } },
          ],
        },
        {
          kind: 'method_declaration',
          all: [
            { has: { field: 'name', regex: '^verify$' } },
            { regex: 'SSLSession' },
            { has: { field: 'body', regex: '^\\{\\s*return true;\\s*\\}$' } },
          ],
        },
        {
          ...called('', 'setHostnameVerifier|setDefaultHostnameVerifier|setSSLHostnameVerifier|hostnameVerifier'),
          has: { field: 'arguments', regex: '->\\s*true\\s*\\)$|NoopHostnameVerifier|ALLOW_ALL' },
        },
      ],
    },
    flags: [
      'class T implements X509TrustManager {\n  public void checkServerTrusted(X509Certificate[] chain, String type) {\n  }\n}\n',
      method('connection.setHostnameVerifier((host, session) -> true);'),
    ],
    passes: [
      'class T implements X509TrustManager {\n  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {\n    own.checkServerTrusted(chain, type);\n  }\n}\n',
      method('connection.setHostnameVerifier(strict);'),
    ],
  },
  {
    id: 'java-old-tls',
    languages: java,
    cwe: ['CWE-327'],
    severity: 'medium',
    message: 'This version of the protocol is broken: use TLSv1.2 or TLSv1.3.',
    words: /SSLContext|setEnabledProtocols/,
    match: {
      any: [
        { ...called('SSLContext$', 'getInstance'), has: { field: 'arguments', regex: '^\\("(SSL|SSLv2|SSLv3|TLSv1|TLSv1\\.1)"' } },
        { ...called('', 'setEnabledProtocols'), has: { field: 'arguments', regex: '"(SSLv2|SSLv3|TLSv1|TLSv1\\.1)"' } },
      ],
    },
    flags: [method('SSLContext.getInstance("SSLv3");'), method('socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"});')],
    passes: [method('SSLContext.getInstance("TLSv1.3");')],
  },
  {
    id: 'java-credential',
    languages: java,
    cwe: ['CWE-798'],
    severity: 'high',
    message: 'A credential stands in the source: read it from the environment or a store of secrets.',
    words: /passw|pwd|secret|key|token|passphrase|getConnection/i,
    match: {
      any: [
        {
          kind: 'variable_declarator',
          all: [
            { has: { field: 'name', regex: credentialName } },
            { has: { field: 'value', ...literal('^"[^"]{6,}"$'), not: { regex: placeholder } } },
          ],
        },
        { ...called('DriverManager$', 'getConnection'), has: { field: 'arguments', regex: ',\\s*"[^"]+"\\s*\\)$' } },
      ],
    },
    flags: [
      'class A {\n  private static final String DB_PASSWORD = "tulip-7-harbour";\n}\n',
      method('DriverManager.getConnection(url, "reports", "tulip");'),
    ],
    passes: [
      method('String password = System.getenv("PASSWORD");'),
      method('String passwordField = "password-input";'),
      method('DriverManager.getConnection(url, user, password);'),
    ],
  },
  {
    id: 'java-cookie-script-readable',
    languages: java,
    cwe: ['CWE-1004'],
    severity: 'low',
    message: 'Scripts of the page can read this cookie: call setHttpOnly(true).',
    words: /cookie|setHttpOnly/i,
    match: {
      any: [
        { ...made('Cookie'), all: [inMethodWithout('[hH]ttpOnly\\((true|[a-z])')] },
        { ...called('', 'setHttpOnly|httpOnly'), has: { field: 'arguments', regex: '^\\(\\s*false\\s*\\)$' } },
      ],
    },
    flags: [method('response.addCookie(new Cookie("session", id));'), method('cookie.setHttpOnly(false);')],
    passes: [method('Cookie c = new Cookie("session", id);\n    c.setHttpOnly(true);\n    c.setSecure(true);')],
  },
  {
    id: 'java-cookie-in-clear',
    languages: java,
    cwe: ['CWE-614'],
    severity: 'low',
    message: 'This cookie is also sent without encryption: call setSecure(true).',
    words: /cookie|setHttpOnly/i,
    match: {
      any: [
        { ...made('Cookie'), all: [inMethodWithout('[sS]ecure\\((true|[a-z])')] },
        { ...called('(?i)cookie', 'setSecure|secure'), has: { field: 'arguments', regex: '^\\(\\s*false\\s*\\)$' } },
      ],
    },
    flags: [method('response.addCookie(new Cookie("session", id));')],
    passes: [method('Cookie c = new Cookie("session", id);\n    c.setHttpOnly(true);\n    c.setSecure(true);')],
  },
  {
    id: 'java-fixed-temporary-file',
    languages: java,
    cwe: ['CWE-377', 'CWE-379'],
    severity: 'medium',
    message: 'A file of a known name in a folder that all may write to can be a link that somebody else laid: use Files.createTempFile.',
    words: /\/tmp\//,
    match: {
      ...made('FileWriter|FileOutputStream|PrintWriter|RandomAccessFile'),
      all: [{ has: { field: 'arguments', regex: '^\\(\\s*(new File\\()?"/(var/)?tmp/' } }],
    },
    flags: [method('new FileWriter("/tmp/export.csv");')],
    passes: [method('new FileWriter(Files.createTempFile("export", ".csv").toFile());'), method('new FileReader("/tmp/export.csv");')],
  },
  {
    id: 'java-open-mode',
    languages: java,
    cwe: ['CWE-732', 'CWE-276'],
    severity: 'medium',
    message: 'Everybody on the machine may write this.',
    words: /setWritable|PosixFilePermission/,
    match: {
      any: [
        { ...called('', 'setWritable'), has: { field: 'arguments', regex: '^\\(\\s*true\\s*,\\s*false\\s*\\)$' } },
        { ...called('PosixFilePermissions$', 'fromString'), has: { field: 'arguments', regex: '^\\("[r-][w-][x-][r-][w-][x-][r-]w' } },
      ],
    },
    flags: [method('file.setWritable(true, false);'), method('PosixFilePermissions.fromString("rwxrwxrwx");')],
    passes: [method('file.setWritable(true);'), method('PosixFilePermissions.fromString("rw-------");')],
  },
  {
    id: 'java-small-key',
    languages: java,
    cwe: ['CWE-326'],
    severity: 'medium',
    message: 'An RSA or DSA key of fewer than 2048 bits can be broken.',
    words: /KeyPairGenerator/,
    match: { ...called('', 'initialize'), has: { field: 'arguments', regex: '^\\(\\s*(512|768|1024|1536)\\b' } },
    flags: [method('KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");\n    g.initialize(1024);')],
    passes: [method('KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");\n    g.initialize(3072);')],
  },
];
