import type { SyntaxRule } from '../../syntax-rule.ts';
import { argument, built, callOf, interpolated, keyword, python, text } from './matchers.ts';

export const pythonCallsRules: readonly SyntaxRule[] = [
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
];
