import type { SyntaxRule } from '../../syntax-rule.ts';
import { argument, both, called, joined, option, substituted, text } from './matchers.ts';

export const javascriptCallsRules: readonly SyntaxRule[] = [
  {
    id: 'js-shell',
    languages: both,
    cwe: ['CWE-78'],
    severity: 'high',
    message: 'A text put together from values is handed to a shell: use execFile with a list of arguments.',
    words: /exec|spawn/,
    match: {
      any: [
        { all: [called('^(\\w+\\.)?(exec|execSync)$'), argument({ any: [substituted, joined] })] },
        {
          all: [
            called('^(\\w+\\.)?(spawn|spawnSync|execFile|execFileSync)$'),
            { has: { field: 'arguments', regex: 'shell["\']?\\s*:\\s*(true|["\'])' } },
            argument({ any: [substituted, joined, { kind: 'identifier' }] }),
          ],
        },
      ],
    },
    flags: ['exec(`wc -l ${name}`, done);\n', "child.execSync('ls ' + folder);\n", 'spawn(command, { shell: true });\n'],
    passes: ["execFile('wc', ['-l', name], done);\n", "exec('uptime', done);\n", 'pattern.exec(text);\n', "spawn('ls', [folder]);\n"],
  },
  {
    id: 'js-eval',
    languages: both,
    cwe: ['CWE-95'],
    severity: 'high',
    message: 'A text that is not constant is run as code.',
    words: /eval|Function|setTimeout|setInterval|runIn/,
    match: {
      any: [
        { all: [called('^(globalThis\\.|window\\.|global\\.)?eval$'), { not: argument(text) }] },
        {
          kind: 'new_expression',
          has: { field: 'constructor', regex: '^Function$' },
          all: [{ not: { has: { field: 'arguments', regex: '^\\((\\s*["\'][^"\']*["\']\\s*,?)*\\s*\\)$' } } }],
        },
        { all: [called('^Function$'), { not: { has: { field: 'arguments', regex: '^\\((\\s*["\'][^"\']*["\']\\s*,?)*\\s*\\)$' } } }] },
        { all: [called('^(window\\.)?set(Timeout|Interval)$'), argument({ any: [substituted, joined] })] },
        { all: [called('^vm\\.(runInNewContext|runInThisContext|runInContext|compileFunction)$'), { not: argument({ kind: 'string' }) }] },
      ],
    },
    flags: ['eval(formula);\n', "new Function('x', body);\n", "setTimeout('show(' + id + ')', 100);\n", 'vm.runInNewContext(code);\n'],
    passes: ['JSON.parse(formula);\n', 'setTimeout(() => show(id), 100);\n', "new Function('return this')();\n", 'page.evaluate(show);\n'],
  },
  {
    id: 'js-markup',
    languages: both,
    cwe: ['CWE-79'],
    severity: 'high',
    message: 'Text put together from values becomes part of the page as markup.',
    words: /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    match: {
      any: [
        {
          kind: 'assignment_expression',
          all: [
            { has: { field: 'left', regex: '\\.(innerHTML|outerHTML)$' } },
            { not: { has: { field: 'right', ...text } } },
            { not: { has: { field: 'right', regex: '(?i)^[\\w.]*(escape|sanitize|purify)\\w*(\\.sanitize)?\\(' } } },
          ],
        },
        {
          all: [
            called('\\.insertAdjacentHTML$|^document\\.write(ln)?$'),
            argument({ any: [substituted, joined, { kind: 'identifier' }, { kind: 'member_expression' }] }),
          ],
        },
      ],
    },
    flags: [
      'box.innerHTML = name;\n',
      "document.write('<b>' + name + '</b>');\n",
      "list.insertAdjacentHTML('beforeend', `<li>${name}</li>`);\n",
    ],
    passes: ['box.textContent = name;\n', "box.innerHTML = '';\n", 'box.innerHTML = DOMPurify.sanitize(name);\n'],
  },
  {
    id: 'js-sql-built',
    languages: both,
    cwe: ['CWE-89'],
    severity: 'high',
    message: 'The statement is put together from values: pass them as parameters.',
    words: /query|execute|prepare|\.(all|get|run|exec|raw)\b/,
    match: {
      all: [
        called('\\.(query|execute|prepare|all|get|run|exec|raw|each|\\$queryRawUnsafe)$'),
        argument({
          any: [substituted, joined],
          regex: '(?i)^.?\\s*(select\\b[\\s\\S]*\\bfrom|insert\\s+into|update\\b[\\s\\S]*\\bset|delete\\s+from|drop|alter)\\b',
        }),
      ],
    },
    flags: ["db.query(`SELECT id FROM users WHERE name = '${name}'`);\n", "db.run('DELETE FROM users WHERE id = ' + id);\n"],
    passes: ["db.query('SELECT id FROM users WHERE name = ?', [name]);\n", 'client.get(`/users/${id}`);\n'],
  },
  {
    id: 'js-xml-entities',
    languages: both,
    cwe: ['CWE-611'],
    severity: 'high',
    message: 'This parser reads files and addresses that a document names.',
    words: /noent|replaceEntities/,
    match: option('(noent|replaceEntities)', 'true'),
    flags: ['libxml.parseXml(text, { noent: true });\n'],
    passes: ['libxml.parseXml(text, { nonet: true });\n'],
  },
  {
    id: 'js-unserialize',
    languages: both,
    cwe: ['CWE-502'],
    severity: 'high',
    message: 'This reader runs functions that the data holds.',
    words: /serialize/,
    match: called('^(serialize|nodeSerialize|serializer|cryo|funcster)\\.(unserialize|parse|deepDeserialize)$|^(unserialize)$'),
    flags: ['serialize.unserialize(text);\n'],
    passes: ['JSON.parse(text);\n', 'serialize.serialize(value);\n'],
  },
  {
    id: 'js-open-mode',
    languages: both,
    cwe: ['CWE-732', 'CWE-276'],
    severity: 'medium',
    message: 'Everybody on the machine may write this.',
    words: /chmod|mode|umask|mkdir/,
    match: {
      any: [
        { all: [called('(^|\\.)f?chmod(Sync)?$|(^|\\.)mkdir(Sync)?$'), argument({ kind: 'number', regex: '^0o[0-7]?[0-7][0-7][2367]$' })] },
        option('mode', '0o[0-7]?[0-7][0-7][2367]'),
        { all: [called('^process\\.umask$'), argument({ kind: 'number', regex: '^0(o0*)?$' })] },
      ],
    },
    flags: ['fs.chmodSync(path, 0o777);\n', 'fs.writeFileSync(path, text, { mode: 0o666 });\n'],
    passes: ['fs.chmodSync(path, 0o600);\n', 'fs.writeFileSync(path, text, { mode: 0o640 });\n'],
  },
  {
    id: 'js-fixed-temporary-file',
    languages: both,
    cwe: ['CWE-377', 'CWE-379'],
    severity: 'medium',
    message: 'A file of a known name in a folder that all may write to can be a link that somebody else laid: use mkdtemp.',
    words: /\/tmp\//,
    match: {
      all: [
        called('(^|\\.)(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)$'),
        { has: { field: 'arguments', regex: '^\\(\\s*["\'`]/(var/)?tmp/' } },
      ],
      not: { has: { field: 'arguments', regex: 'wx' } },
    },
    flags: ["fs.writeFileSync('/tmp/export.csv', text);\n"],
    passes: ["fs.writeFileSync('/tmp/lock', text, { flag: 'wx' });\n", "fs.readFileSync('/tmp/export.csv');\n"],
  },
  {
    id: 'js-bind-all',
    languages: both,
    cwe: ['CWE-1327', 'CWE-605'],
    severity: 'low',
    message: 'Listens on every network of the machine.',
    words: /0\.0\.0\.0/,
    match: { kind: 'string', regex: '^.0\\.0\\.0\\.0.$', inside: { ...called('\\.listen$'), stopBy: 'end' } },
    flags: ["server.listen(8080, '0.0.0.0');\n", "app.listen({ port: 1, host: '0.0.0.0' });\n"],
    passes: ["server.listen(8080, '127.0.0.1');\n", "if (host === '0.0.0.0') refuse();\n"],
  },
  {
    id: 'js-any-origin',
    languages: both,
    cwe: ['CWE-942'],
    severity: 'medium',
    message: 'Every site may read the answers with the cookies of its visitor.',
    words: /origin/i,
    match: {
      any: [
        {
          all: [
            called('^cors$'),
            { has: { field: 'arguments', regex: 'origin["\']?\\s*:\\s*(true|["\']\\*["\'])' } },
            { has: { field: 'arguments', regex: 'credentials["\']?\\s*:\\s*true' } },
          ],
        },
        {
          all: [
            called('\\.(setHeader|set|header)$'),
            {
              has: {
                field: 'arguments',
                regex:
                  '(?i)^\\(["\']access-control-allow-origin["\']\\s*,\\s*[\\w.]*(headers?\\.origin|\\.origin|headers\\[["\']origin["\']\\]|get\\(["\']origin["\']\\))',
              },
            },
          ],
        },
      ],
    },
    flags: ['app.use(cors({ origin: true, credentials: true }));\n', "res.setHeader('Access-Control-Allow-Origin', req.headers.origin);\n"],
    passes: [
      "app.use(cors({ origin: 'https://shop.example', credentials: true }));\n",
      "res.setHeader('Access-Control-Allow-Origin', allowed);\n",
    ],
  },
];
