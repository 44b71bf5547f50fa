import { credentialName, type Matcher, placeholder, type SyntaxRule, secretName } from '../syntax-rule.ts';

const python = ['python'] as const;
const interpolated: Matcher = { kind: 'string', has: { kind: 'interpolation', stopBy: 'end' } };
const text: Matcher = { kind: 'string', not: { has: { kind: 'interpolation', stopBy: 'end' } } };
const built: Matcher = {
  any: [
    interpolated,
    { kind: 'binary_operator', has: { kind: 'string', stopBy: 'end' } },
    { kind: 'call', has: { field: 'function', regex: '\\.format$' } },
  ],
};
const keyword = (name: string, value: string): Matcher => ({ kind: 'keyword_argument', regex: `^${name}\\s*=\\s*${value}$` });
const argument = (one: Matcher): Matcher => ({ has: { field: 'arguments', kind: 'argument_list', has: one } });
const callOf = (name: string): Matcher => ({ kind: 'call', has: { field: 'function', regex: name } });
const within = (kind: string): Matcher => ({ kind, has: { field: kind === 'assignment' ? 'left' : 'name', regex: secretName } });

export const pythonRules: readonly SyntaxRule[] = [
  {
    id: 'py-weak-hash',
    languages: python,
    cwe: ['CWE-328'],
    severity: 'medium',
    message: 'MD5 and SHA-1 are broken: use SHA-256, or a password hash for passwords.',
    words: /md5|sha1|md4/i,
    match: {
      all: [callOf('^(hashlib\\.)?(md5|sha1)$|^hashlib\\.new$'), { not: argument(keyword('usedforsecurity', 'False')) }],
      any: [callOf('(md5|sha1)$'), argument({ kind: 'string', regex: '(?i)^.?["\'](md4|md5|sha-?1)["\']$' })],
    },
    flags: ['import hashlib\nhashlib.md5(data)\n', 'import hashlib\nhashlib.new("sha1", data)\n', 'from hashlib import md5\nmd5(data)\n'],
    passes: ['import hashlib\nhashlib.sha256(data)\n', 'import hashlib\nhashlib.md5(data, usedforsecurity=False)\n'],
  },
  {
    id: 'py-weak-cipher',
    languages: python,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'DES, RC4 and Blowfish are broken or too small: use AES-GCM or ChaCha20-Poly1305.',
    words: /DES|ARC4|Blowfish|ARC2|IDEA|CAST/,
    match: callOf('^(DES3?|ARC[24]|Blowfish|CAST)\\.new$|^(algorithms\\.)?(ARC4|TripleDES|Blowfish|IDEA|CAST5)$'),
    flags: ['cipher = DES.new(key, DES.MODE_CBC, iv)\n', 'Cipher(algorithms.ARC4(key), mode=None)\n'],
    passes: ['cipher = AES.new(key, AES.MODE_GCM)\n', 'DESCRIPTION.new(key)\n'],
  },
  {
    id: 'py-ecb',
    languages: python,
    cwe: ['CWE-327'],
    severity: 'high',
    message: 'ECB shows which blocks are equal: use an authenticated mode.',
    words: /ECB/,
    match: { any: [callOf('(^|\\.)ECB$'), { kind: 'attribute', regex: '\\.MODE_ECB$' }] },
    flags: ['Cipher(algorithms.AES(key), modes.ECB())\n', 'AES.new(key, AES.MODE_ECB)\n'],
    passes: ['Cipher(algorithms.AES(key), modes.GCM(nonce))\n', 'AES.new(key, AES.MODE_GCM)\n'],
  },
  {
    id: 'py-constant-iv',
    languages: python,
    cwe: ['CWE-329', 'CWE-1204'],
    severity: 'medium',
    message: 'The initialisation vector is constant: take a random one for each message.',
    words: /CBC|CFB|CTR|OFB|GCM/,
    match: {
      any: [
        { all: [callOf('(^|\\.)(CBC|CFB|CTR|OFB|GCM)$'), argument({ regex: '^b["\']|^bytes\\(\\d+\\)$' })] },
        {
          all: [
            callOf('^AES\\.new$'),
            { has: { field: 'arguments', regex: 'MODE_(CBC|CFB|CTR|OFB|GCM),\\s*((iv|nonce)\\s*=\\s*)?(b["\']|bytes\\(\\d)' } },
          ],
        },
      ],
    },
    flags: ['modes.CBC(b"0123456789abcdef")\n', 'AES.new(key, AES.MODE_CBC, b"\\x00" * 16)\n'],
    passes: ['modes.CBC(os.urandom(16))\n', 'AES.new(key, AES.MODE_CBC, iv)\n'],
  },
  {
    id: 'py-tls-unverified',
    languages: python,
    cwe: ['CWE-295'],
    severity: 'high',
    message: 'The certificate of the other side is not checked.',
    words: /verify|unverified|CERT_NONE|check_hostname/,
    match: {
      any: [
        {
          all: [
            callOf(
              '(?i)(requests|httpx|session|client|http)\\b.*\\.(get|post|put|patch|delete|head|request|stream)$|httpx\\.(Async)?Client$',
            ),
            argument(keyword('verify', 'False')),
          ],
        },
        callOf('^ssl\\._create_unverified_context$'),
        { kind: 'assignment', regex: '\\.verify_mode\\s*=\\s*ssl\\.CERT_NONE$|\\.check_hostname\\s*=\\s*False$|\\.verify\\s*=\\s*False$' },
      ],
    },
    flags: ['requests.get(url, verify=False)\n', 'context.check_hostname = False\n', 'context = ssl._create_unverified_context()\n'],
    passes: ['requests.get(url, timeout=5)\n', 'context = ssl.create_default_context()\n', 'jobs.get(name, verify=False)\n'],
  },
  {
    id: 'py-yaml-load',
    languages: python,
    cwe: ['CWE-502'],
    severity: 'high',
    message: 'This loader builds any object that the text names: use yaml.safe_load.',
    words: /yaml/,
    match: {
      any: [
        callOf('^yaml\\.(unsafe_load|unsafe_load_all)$'),
        { all: [callOf('^yaml\\.(load|load_all)$'), { not: { has: { field: 'arguments', regex: 'SafeLoader|BaseLoader' } } }] },
      ],
    },
    flags: ['yaml.load(text)\n', 'yaml.load(text, Loader=yaml.UnsafeLoader)\n', 'yaml.unsafe_load(text)\n'],
    passes: ['yaml.safe_load(text)\n', 'yaml.load(text, Loader=yaml.SafeLoader)\n'],
  },
  {
    id: 'py-unpickle',
    languages: python,
    cwe: ['CWE-502'],
    severity: 'high',
    message: 'Unpickling runs what the data says: use JSON for data that others can write.',
    words: /pickle|marshal|dill|shelve|joblib/,
    match: callOf('^(c?[pP]ickle|_pickle|dill|cloudpickle|marshal|jsonpickle|joblib)\\.(loads?|decode|Unpickler)$|^shelve\\.open$'),
    flags: ['pickle.loads(data)\n', 'jsonpickle.decode(text)\n', 'shelve.open(name)\n'],
    passes: ['json.loads(data)\n', 'pickle.dumps(data)\n'],
  },
  {
    id: 'py-shell',
    languages: python,
    cwe: ['CWE-78'],
    severity: 'high',
    message: 'A text that is not constant is handed to a shell: start the program with a list of arguments.',
    words: /shell|os\.(system|popen)|getoutput/,
    match: {
      any: [
        {
          all: [
            callOf('^(subprocess\\.)?(run|call|check_call|check_output|Popen)$|create_subprocess_shell$|getoutput$|getstatusoutput$'),
            { any: [argument(keyword('shell', 'True')), callOf('create_subprocess_shell$|getoutput$|getstatusoutput$')] },
          ],
          not: { has: { field: 'arguments', regex: '^\\(\\s*["\'][^"\'{]*["\']\\s*[,)]' } },
        },
        { all: [callOf('^os\\.(system|popen)$'), { not: argument({ ...text, not: { any: [interpolated] } }) }] },
      ],
    },
    flags: ['subprocess.run("wc -l " + name, shell=True)\n', 'os.system(f"ls {name}")\n', 'os.popen(command)\n'],
    passes: ['subprocess.run(["wc", "-l", name])\n', 'subprocess.run("uptime", shell=True)\n', 'os.system("sync")\n'],
  },
  {
    id: 'py-eval',
    languages: python,
    cwe: ['CWE-95'],
    severity: 'high',
    message: 'A text that is not constant is run as code.',
    words: /eval|exec/,
    match: { all: [callOf('^(builtins\\.)?(eval|exec)$'), { not: argument(text) }] },
    flags: ['eval(formula)\n', 'exec(f"x = {value}")\n'],
    passes: ['ast.literal_eval(formula)\n', 'cursor.exec(query)\n', 'eval("1 + 1")\n'],
  },
  {
    id: 'py-debug-server',
    languages: python,
    cwe: ['CWE-489', 'CWE-215'],
    severity: 'high',
    message: 'The debugger of the development server runs code for whoever can reach it.',
    words: /debug/,
    match: { all: [callOf('(^|\\.)(run|FastAPI|Flask)$'), argument(keyword('debug', 'True'))] },
    flags: ['app.run(host="127.0.0.1", debug=True)\n'],
    passes: ['app.run(host="127.0.0.1")\n', 'app.run(debug=False)\n'],
  },
  {
    id: 'py-mktemp',
    languages: python,
    cwe: ['CWE-377'],
    severity: 'medium',
    message: 'Between this name and its use somebody else can make the file: use NamedTemporaryFile or mkstemp.',
    words: /mktemp|tempnam|tmpnam/,
    match: callOf('^(tempfile\\.)?mktemp$|^os\\.(tempnam|tmpnam)$'),
    flags: ['path = tempfile.mktemp()\n'],
    passes: ['path = tempfile.mkdtemp()\n', 'handle, path = tempfile.mkstemp()\n'],
  },
  {
    id: 'py-fixed-temporary-file',
    languages: python,
    cwe: ['CWE-377', 'CWE-379'],
    severity: 'medium',
    message: 'A file of a known name in a folder that all may write to can be a link that somebody else laid.',
    words: /\/tmp\//,
    match: {
      all: [callOf('^(io\\.)?open$'), { has: { field: 'arguments', regex: '^\\(\\s*f?["\']/(var/)?tmp/.*["\'][wax]' } }],
      not: { has: { field: 'arguments', regex: '["\']x' } },
    },
    flags: ['open("/tmp/export.csv", "w")\n', 'open(f"/tmp/{name}", "wb")\n'],
    passes: ['open("/tmp/export.csv")\n', 'open("/srv/export.csv", "w")\n', 'open("/tmp/lock", "x")\n'],
  },
  {
    id: 'py-guessable-token',
    languages: python,
    cwe: ['CWE-338', 'CWE-330'],
    severity: 'high',
    message: 'Values of the module random can be computed from earlier ones: use secrets.',
    words: /random/,
    match: {
      ...callOf('^random\\.(random|randint|randrange|choices?|sample|getrandbits|uniform|randbytes|shuffle)$'),
      inside: { any: [within('assignment'), within('function_definition')], stopBy: 'end' },
    },
    flags: ['token = "".join(random.choice(letters) for _ in range(16))\n', 'def reset_code():\n    return random.randint(0, 999999)\n'],
    passes: ['token = secrets.token_hex(16)\n', 'colour = random.choice(colours)\n', 'token = random.SystemRandom().randint(0, 9)\n'],
  },
  {
    id: 'py-credential',
    languages: python,
    cwe: ['CWE-798'],
    severity: 'high',
    message: 'A credential stands in the source: read it from the environment or a store of secrets.',
    words: /passw|pwd|secret|key|token|passphrase/i,
    match: {
      any: [
        {
          kind: 'assignment',
          all: [
            { has: { field: 'left', regex: credentialName } },
            { has: { field: 'right', ...text, regex: '^[^"\']?["\'][^"\']{6,}', not: { any: [interpolated, { regex: placeholder }] } } },
          ],
        },
        {
          kind: 'assignment',
          all: [{ has: { field: 'left', regex: '(?i)\\[["\']secret_key["\']\\]$' } }, { has: { field: 'right', ...text } }],
        },
        {
          kind: 'keyword_argument',
          all: [
            { has: { field: 'name', regex: credentialName } },
            { has: { field: 'value', ...text, regex: '^["\'][^"\']{6,}', not: { any: [interpolated, { regex: placeholder }] } } },
          ],
        },
      ],
    },
    flags: ['password = "tulip-7-harbour"\n', 'connect(host, password="tulip-7-harbour")\n', 'app.config["SECRET_KEY"] = "dev"\n'],
    passes: [
      'password = os.environ["PASSWORD"]\n',
      'password_field = "password-input"\n',
      'password = ""\n',
      'form = Form(password="Your password is required")\n',
    ],
  },
  {
    id: 'py-cookie-script-readable',
    languages: python,
    cwe: ['CWE-1004'],
    severity: 'low',
    message: 'Scripts of the page can read this cookie: set httponly=True.',
    words: /set_cookie/,
    match: {
      all: [
        callOf('\\.set_cookie$'),
        { not: argument({ kind: 'keyword_argument', regex: '^httponly\\s*=\\s*(?:True|[a-z])' }) },
        { not: argument({ kind: 'dictionary_splat' }) },
      ],
    },
    flags: ['response.set_cookie("session", value)\n', 'response.set_cookie("session", value, httponly=False)\n'],
    passes: ['response.set_cookie("session", value, httponly=True, secure=True)\n', 'response.set_cookie("session", value, **flags)\n'],
  },
  {
    id: 'py-cookie-in-clear',
    languages: python,
    cwe: ['CWE-614'],
    severity: 'low',
    message: 'This cookie is also sent without encryption: set secure=True.',
    words: /set_cookie/,
    match: {
      all: [
        callOf('\\.set_cookie$'),
        { not: argument({ kind: 'keyword_argument', regex: '^secure\\s*=\\s*(?:True|[a-z])' }) },
        { not: argument({ kind: 'dictionary_splat' }) },
      ],
    },
    flags: ['response.set_cookie("session", value, httponly=True)\n'],
    passes: ['response.set_cookie("session", value, httponly=True, secure=True)\n'],
  },
  {
    id: 'py-bind-all',
    languages: python,
    cwe: ['CWE-1327', 'CWE-605'],
    severity: 'low',
    message: 'Listens on every network of the machine.',
    words: /0\.0\.0\.0/,
    match: {
      kind: 'string',
      regex: '^["\']0\\.0\\.0\\.0["\']$',
      inside: { any: [callOf('\\.bind$|\\.run$|create_server$|start_server$')], stopBy: 'end' },
    },
    flags: ['sock.bind(("0.0.0.0", 8080))\n', 'app.run(host="0.0.0.0")\n'],
    passes: ['sock.bind(("127.0.0.1", 8080))\n', 'if address == "0.0.0.0":\n    reject()\n'],
  },
  {
    id: 'py-open-mode',
    languages: python,
    cwe: ['CWE-732', 'CWE-276'],
    severity: 'medium',
    message: 'Everybody on the machine may write this.',
    words: /chmod|mkdir|makedirs|umask|os\.open/,
    match: {
      any: [
        {
          all: [
            callOf('(^|\\.)(chmod|fchmod|mkdir|makedirs|open)$'),
            { has: { field: 'arguments', has: { kind: 'integer', regex: '^0o[0-7]?[0-7][0-7][2367]$', stopBy: 'end' } } },
          ],
        },
        { all: [callOf('^os\\.umask$'), argument({ kind: 'integer', regex: '^0(o0+)?$' })] },
      ],
    },
    flags: ['os.chmod(path, 0o777)\n', 'os.umask(0)\n', 'Path(path).chmod(0o666)\n'],
    passes: ['os.chmod(path, 0o600)\n', 'os.umask(0o077)\n', 'os.chmod(path, 0o755)\n'],
  },
  {
    id: 'py-xml-entities',
    languages: python,
    cwe: ['CWE-611'],
    severity: 'high',
    message: 'This parser reads files and addresses that a document names.',
    words: /resolve_entities|no_network|load_dtd/,
    match: {
      all: [
        callOf('XMLParser$|XMLPullParser$|iterparse$'),
        {
          any: [
            argument(keyword('resolve_entities', 'True')),
            argument(keyword('no_network', 'False')),
            argument(keyword('load_dtd', 'True')),
          ],
        },
      ],
    },
    flags: ['etree.XMLParser(resolve_entities=True)\n'],
    passes: ['etree.XMLParser(resolve_entities=False, no_network=True)\n'],
  },
  {
    id: 'py-template-unescaped',
    languages: python,
    cwe: ['CWE-79'],
    severity: 'high',
    message: 'Values go into the page as they are.',
    words: /autoescape|Markup|mark_safe/,
    match: {
      any: [
        { all: [callOf('(^|\\.)Environment$'), argument(keyword('autoescape', 'False'))] },
        {
          all: [
            callOf('(^|\\.)(Markup|mark_safe)$'),
            { not: argument(text) },
            { not: argument(callOf('(^|\\.)escape$')) },
            { not: { has: { field: 'arguments', regex: '^\\(\\s*\\)$' } } },
          ],
        },
      ],
    },
    flags: ['Environment(autoescape=False)\n', 'Markup(comment)\n', 'mark_safe("<b>" + name + "</b>")\n'],
    passes: ['Environment(autoescape=True)\n', 'Markup("<br>")\n', 'Markup(escape(comment))\n'],
  },
  {
    id: 'py-sql-built',
    languages: python,
    cwe: ['CWE-89'],
    severity: 'high',
    message: 'The statement is put together from values: pass them as parameters.',
    words: /execute/,
    match: {
      all: [
        callOf('\\.(execute|executemany|executescript)$'),
        argument({ ...built, regex: '(?i)\\b(select|insert|update|delete|replace|drop|alter|create)\\b' }),
      ],
    },
    flags: [
      'db.execute(f"SELECT * FROM users WHERE name = \'{name}\'")\n',
      'db.execute("DELETE FROM users WHERE id = " + id)\n',
      'db.execute("SELECT a FROM t WHERE b = \'%s\'" % name)\n',
    ],
    passes: ['db.execute("SELECT * FROM users WHERE name = ?", (name,))\n', 'pool.execute(f"{task}")\n'],
  },
  {
    id: 'py-jwt-unverified',
    languages: python,
    cwe: ['CWE-347'],
    severity: 'high',
    message: 'The token is believed without its signature.',
    words: /verify_signature|jwt/,
    match: {
      all: [callOf('^(jwt|jose\\.jwt)\\.decode$')],
      any: [
        { has: { field: 'arguments', regex: '["\']verify_signature["\']\\s*:\\s*False' } },
        argument(keyword('verify', 'False')),
        { has: { field: 'arguments', regex: '(?i)algorithms\\s*=\\s*\\[[^\\]]*["\']none["\']' } },
      ],
    },
    flags: ['jwt.decode(token, options={"verify_signature": False})\n', 'jwt.decode(token, key, algorithms=["none"])\n'],
    passes: ['jwt.decode(token, key, algorithms=["HS256"])\n'],
  },
  {
    id: 'py-ssh-any-host',
    languages: python,
    cwe: ['CWE-295', 'CWE-322'],
    severity: 'high',
    message: 'Any host is believed to be the right one.',
    words: /AutoAddPolicy|WarningPolicy/,
    match: { all: [callOf('\\.set_missing_host_key_policy$'), { has: { field: 'arguments', regex: 'AutoAddPolicy|WarningPolicy' } }] },
    flags: ['client.set_missing_host_key_policy(paramiko.AutoAddPolicy())\n'],
    passes: ['client.set_missing_host_key_policy(paramiko.RejectPolicy())\n'],
  },
];
