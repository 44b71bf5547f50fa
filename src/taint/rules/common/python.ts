import type { Knowledge } from '../rule.ts';
import { textKinds } from './plain-kinds.ts';
import { folderNamed, numberNamed } from './words.ts';

/** Of Flask, Django, FastAPI, Starlette, aiohttp and Tornado: a request is a request. */
const requestParts =
  'args form values json data files headers cookies stream query_string path full_path url referrer view_args GET POST FILES COOKIES META body path_info query_params path_params match_info query arguments uri'.split(
    ' ',
  );
const requestCalls = 'get_json get_data get_full_path json form body stream post read text'.split(' ');

const scalar =
  '^(Optional\\[)?(int|float|bool|complex|Decimal|datetime(\\.datetime)?|date|timedelta|UUID|uuid\\.UUID|\\w*Enum)\\]?(\\|None)?$';
const handle =
  '(Connection|Cursor|Session|Engine|Logger|Request|Response|Flask|FastAPI|Blueprint|Client|Database|Collection|Socket|Thread|Lock|Callable|Type\\[|IO\\b|TextIO|BinaryIO|Context|Config|Settings|Model|Element|Tree|Parser)';
const handleNamed =
  '^(self|cls|_|db|database|conn|connection|cur|cursor|session|engine|app|application|client|logger|log|ctx|context|config|settings|request|req|response|resp|res|tree|doc|root_?element|parser|server|sock|socket|smtp|environment|env|handler|callback|fn|func|lock|pool|stdout|stderr)$';

const decoded = ['path', 'html', 'attribute', 'sql', 'shell', 'header', 'log', 'url', 'redirect'] as const;

export const python: Knowledge = {
  sources: {
    python: [
      { from: 'parameter', notNamed: `${handleNamed}|${folderNamed}|${numberNamed}`, notTyped: `${scalar}|${handle}` },
      { from: 'parameter', named: numberNamed, notTyped: '^str', kinds: ['size', 'zero'] },
      { from: 'parameter', named: folderNamed, notTyped: `${scalar}|${handle}`, notKinds: ['path', 'argument'] },
      { from: 'parameter', typed: '^int$', kinds: ['size', 'authority', 'zero'] },
      { from: 'member', of: requestParts.map((part) => `web.Request#${part}`), note: 'comes from the request' },
      { from: 'call', of: requestCalls.map((part) => `web.Request#${part}`), note: 'comes from the request' },
      {
        from: 'call',
        of: ['*.get_argument', '*.get_query_argument', '*.get_body_argument', '*.get_arguments'],
        note: 'comes from the request',
      },
      {
        from: 'member',
        of: ['path', 'headers', 'rfile', 'requestline'].map((part) => `http.server.BaseHTTPRequestHandler#${part}`),
        note: 'comes from the request',
      },
      {
        from: 'call',
        of: [
          'input',
          'raw_input',
          'sys.stdin.read',
          'sys.stdin.readline',
          'sys.stdin.readlines',
          'sys.stdin.buffer.read',
          '*.recv',
          '*.recvfrom',
          'os.getenv',
          'os.environ.get',
          'cgi.FieldStorage',
          '*.parse_args',
        ],
      },
      { from: 'member', of: ['sys.argv', 'os.environ', 'sys.stdin'] },
    ],
  },
  assumed: {
    python: [
      { name: 'request', is: 'web.Request()' },
      { name: 'req', is: 'web.Request()' },
      { name: 'Path', is: 'pathlib.Path' },
      { name: 'redirect', is: 'flask.redirect' },
      { name: 'render_template_string', is: 'flask.render_template_string' },
      { name: 'render_template', is: 'flask.render_template' },
      { name: 'jsonify', is: 'flask.jsonify' },
      { name: 'make_response', is: 'flask.make_response' },
      { name: 'abort', is: 'flask.abort' },
      { name: 'Markup', is: 'markupsafe.Markup' },
      { name: 'escape', is: 'markupsafe.escape' },
      { name: 'etree', is: 'lxml.etree' },
      { name: 'ET', is: 'xml.etree.ElementTree' },
      { name: 'urlparse', is: 'urllib.parse.urlparse' },
      { name: 'urlsplit', is: 'urllib.parse.urlsplit' },
      { name: 'urljoin', is: 'urllib.parse.urljoin' },
      { name: 'secure_filename', is: 'werkzeug.utils.secure_filename' },
      { name: 'send_file', is: 'flask.send_file' },
      { name: 'send_from_directory', is: 'flask.send_from_directory' },
      { name: 'safe_join', is: 'werkzeug.utils.safe_join' },
      { name: 'datetime', is: 'datetime.datetime' },
      { name: 'np', is: 'numpy' },
      { name: 'pd', is: 'pandas' },
    ],
  },
  types: {
    python: [
      { name: 'flask.request', is: 'web.Request' },
      { name: 'django.http.HttpRequest()', is: 'web.Request' },
      { name: 'django.http.request.HttpRequest()', is: 'web.Request' },
      { name: 'rest_framework.request.Request()', is: 'web.Request' },
      { name: 'fastapi.Request()', is: 'web.Request' },
      { name: 'starlette.requests.Request()', is: 'web.Request' },
      { name: 'aiohttp.web.Request()', is: 'web.Request' },
      { name: 'bottle.request', is: 'web.Request' },
      { name: 'flask.Request()', is: 'web.Request' },
      { name: 'web.BaseHandler().request', is: 'web.Request' },
      { name: 'tornado.web.RequestHandler().request', is: 'web.Request' },
      { name: 'subprocess.Popen()', is: 'subprocess.Popen' },
      { name: 'socket.socket()', is: 'socket.socket' },
      { name: 'sqlite3.Connection().cursor()', is: 'sqlite3.Cursor()' },
      { name: 'sqlite3.connect()', is: 'sqlite3.Connection()' },
      { name: 'pathlib.PurePath()', is: 'pathlib.Path' },
      { name: 'pathlib.PosixPath()', is: 'pathlib.Path' },
      ...['resolve', 'absolute', 'joinpath', 'expanduser', 'with_suffix', 'with_name'].map((name) => ({
        name: `pathlib.Path().${name}()`,
        is: 'pathlib.Path',
      })),
      { name: 'pathlib.Path().parent', is: 'pathlib.Path' },
      { name: 're.compile()', is: 're.Pattern' },
      { name: 'urllib.parse.urlparse()', is: 'urllib.parse.ParseResult' },
      { name: 'urllib.parse.urlsplit()', is: 'urllib.parse.ParseResult' },
    ],
  },
  sanitizers: {
    python: [
      {
        call: 'int float bool len ord hash id complex decimal.Decimal uuid.UUID ipaddress.ip_address datetime.datetime.strptime datetime.date.fromisoformat datetime.datetime.fromisoformat round isinstance callable any all hasattr type'.split(
          ' ',
        ),
        clears: textKinds,
      },
      {
        call: ['*.hexdigest', '*.digest', 'hashlib.sha256', 'hashlib.sha512', 'binascii.hexlify', '*.hex', 'base64.b16encode'],
        // What is drawn from a guessable number stays guessable.
        clears: textKinds,
      },
      {
        call: [
          'os.path.exists',
          'os.path.isfile',
          'os.path.isdir',
          '*.exists',
          '*.is_file',
          '*.is_dir',
          '*.startswith',
          '*.endswith',
          '*.fileno',
        ],
        clears: '*',
      },
      {
        call: ['base64.b64encode', 'base64.urlsafe_b64encode'],
        clears: ['shell', 'sql', 'html', 'attribute', 'header', 'log', 'xml', 'template', 'code', 'xpath', 'ldap'],
      },
      { call: ['werkzeug.utils.secure_filename'], clears: ['path', 'shell', 'sql', 'html', 'attribute', 'header', 'log', 'argument'] },
      {
        call: ['os.path.basename', 'ntpath.basename', 'posixpath.basename', 'werkzeug.utils.safe_join', 'django.utils._os.safe_join'],
        clears: ['path'],
      },
      { member: ['pathlib.Path#name', 'pathlib.Path#stem'], clears: ['path'] },
      { call: ['re.escape'], clears: ['regex'] },
      { call: ['shlex.quote', 'pipes.quote'], clears: ['shell'] },
      {
        call: ['urllib.parse.quote'],
        when: { at: ':safe', is: { equals: '' } },
        clears: ['path', 'url', 'redirect', 'header', 'log', 'shell', 'sql', 'html', 'attribute', 'xml'],
      },
      { call: ['urllib.parse.quote'], clears: ['header', 'log', 'shell', 'sql', 'html', 'attribute', 'xml'] },
      {
        call: ['urllib.parse.quote_plus', 'urllib.parse.urlencode'],
        clears: ['path', 'url', 'redirect', 'header', 'log', 'shell', 'sql', 'html', 'attribute', 'xml'],
      },
      { call: ['min'], clears: ['size', 'high'] },
    ],
  },
  propagators: {
    python: [
      { member: ['*.hostname', '*.netloc'], aspect: 'host' },
      { member: ['*.scheme'], aspect: 'scheme' },
      { member: ['*.suffix'], aspect: 'ending' },
      { call: ['os.path.splitext'], from: ['0'], aspect: 'ending' },
      {
        call: ['os.path.realpath', 'os.path.abspath', 'os.path.normpath', '*.resolve', '*.absolute', '*.realpath', '*.abspath'],
        marks: ['resolved'],
      },
      { call: ['os.path.relpath'], from: ['0'], aspect: 'relative', marks: ['resolved'] },
      { call: ['os.path.commonpath', 'os.path.commonprefix'], aspect: 'common' },
      {
        call: [
          'urllib.parse.unquote',
          'urllib.parse.unquote_plus',
          'html.unescape',
          'base64.b64decode',
          'base64.urlsafe_b64decode',
          'binascii.unhexlify',
          'unicodedata.normalize',
        ],
        revives: decoded,
      },
      { call: ['len'], aspect: 'length' },
      { call: ['type'], aspect: 'type' },
      { call: ['*.append', '*.add', '*.appendleft'], from: ['0'], to: 'this[]', builds: 'concat' },
      { call: ['*.extend', '*.update'], from: ['0'], to: 'this[]' },
      { call: ['*.insert'], from: ['1'], to: 'this[]', builds: 'concat' },
      { call: ['*.join'], from: ['this', '0'], builds: 'join', when: { at: 'this', is: 'string' } },
      { call: ['*.format'], from: ['this', '0+'], builds: 'braces' },
      {
        call: [
          'str',
          '*.strip',
          '*.lower',
          '*.upper',
          '*.lstrip',
          '*.rstrip',
          '*.encode',
          '*.decode',
          '*.casefold',
          'os.fspath',
          'os.fsencode',
          'list',
          'tuple',
          'sorted',
          'set',
          'frozenset',
          'reversed',
          'iter',
          'copy.copy',
          'copy.deepcopy',
          'dict',
        ],
        from: ['this', '0'],
        builds: 'concat',
        when: { not: { at: 'this', is: { path: ['os', 'json'] } } },
      },
      { call: ['os.path.join', 'pathlib.Path', 'pathlib.PurePath', '*.joinpath'], from: ['this', '*'], builds: 'concat' },
      { call: ['re.compile'], from: ['0'], builds: 'concat' },
      { call: ['io.StringIO().write', '*.write'], from: ['0'], to: 'this' },
    ],
  },
  checks: {
    python: [
      { call: ['*.startswith'], is: 'prefix', of: 'this', by: '0' },
      { call: ['*.endswith'], is: 'suffix', of: 'this', by: '0' },
      { call: ['*.find', '*.index', '*.count'], is: 'in', of: '0', by: 'this', holds: 'not-negative' },
      { call: ['isinstance'], is: 'type', of: '0', by: '1' },
      { call: ['re.fullmatch'], is: 'whole-match', of: '1', by: '0' },
      { call: ['re.match'], is: 'start-match', of: '1', by: '0' },
      { call: ['re.search', 're.findall'], is: 'part-match', of: '1', by: '0' },
      { call: ['*.fullmatch'], is: 'whole-match', of: '0', by: 'this' },
      { call: ['*.match'], is: 'start-match', of: '0', by: 'this' },
      { call: ['*.search', '*.findall'], is: 'part-match', of: '0', by: 'this' },
      { call: ['hmac.compare_digest'], is: 'equal', of: '0', by: '1' },
    ],
  },
  guards: {
    python: [
      {
        guard: 'call',
        call: ['*.isdigit', '*.isalnum', '*.isalpha', '*.isnumeric', '*.isdecimal', '*.isidentifier'],
        on: 'this',
        holds: 'true',
        clears: textKinds,
      },
      { guard: 'call', call: ['*.isprintable'], on: 'this', holds: 'true', clears: ['log', 'header'] },
      {
        guard: 'call',
        call: [
          'int',
          'float',
          'uuid.UUID',
          'ipaddress.ip_address',
          'ipaddress.ip_network',
          'datetime.datetime.strptime',
          'decimal.Decimal',
        ],
        on: '0',
        holds: 'returns',
        clears: textKinds,
      },
      { guard: 'call', call: ['*.is_relative_to'], on: 'this', marked: 'resolved', holds: 'true', clears: ['path'] },
      { guard: 'call', call: ['*.relative_to'], on: 'this', marked: 'resolved', holds: 'returns', clears: ['path'] },
      { guard: 'equality', to: 'any', aspect: 'common', clears: ['path'] },
      {
        guard: 'call',
        call: ['*.startswith'],
        on: 'this',
        holds: 'false',
        clears: ['path'],
        aspect: 'relative',
        when: { at: '0', is: { text: '^\\.\\.' } },
      },
    ],
  },
};
