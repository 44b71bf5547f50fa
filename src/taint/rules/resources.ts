import type { Condition, RuleGroup } from './rule.ts';

/** A number that was read from input: one of a caller's own is his matter. */
const read = (at: string): Condition => ({ at, is: { marked: 'number' } });
const fromRequest = (at: string): Condition => ({ any: [read(at), { at, is: { named: '^(req|request)\\.' } }] });
/** A repetition of what is repeated already, with nothing between that tells where one ends: `(\w+)*`, `(a+\s?)+`, `([a-z]+)*`. */
const nested =
  '\\((\\?:)?(\\\\[wsdWSD]|\\.| |[a-zA-Z0-9]|\\[[^\\]]*\\])[+*](\\\\[sw][?*]|[- ][?*])?\\)[+*]|\\((\\?:)?\\[[^\\]]*\\][+*][-_. ]?\\?\\)[+*]';
const builders = ['re.compile', 're.match', 're.search', 're.fullmatch', 're.findall', 're.finditer', 're.sub', 're.split'];
const isPattern = (at: string): Condition => ({ at, is: { not: { named: '([pP]attern|[rR]egexp?|rx|[eE]xpr(ession)?|_re|RE)$' } } });

export const resources: RuleGroup = {
  name: 'resources',
  rules: [
    {
      id: 'amount-from-input',
      cwe: 'CWE-770',
      also: ['CWE-400', 'CWE-789', 'CWE-1284', 'CWE-834'],
      severity: 'medium',
      kind: 'size',
      message: 'Input says how much is made, read or sent, and nothing says how much is too much: give it an upper bound.',
      sinks: {
        python: [
          {
            call: [
              'bytearray',
              'range',
              'time.sleep',
              'os.urandom',
              'secrets.token_bytes',
              'secrets.token_hex',
              'itertools.repeat',
              'numpy.zeros',
            ],
            args: ['*'],
            when: read('*'),
          },
          { call: ['*.limit', '*.fetchmany', '*.paginate', '*.read', '*.recv'], args: ['*'], when: read('*') },
        ],
        javascript: [
          {
            call: [
              'Array',
              'Buffer.alloc',
              'Buffer.allocUnsafe',
              'crypto.randomBytes',
              '*.repeat',
              '*.padStart',
              '*.padEnd',
              '*.limit',
              '*.take',
            ],
            args: ['0'],
            when: fromRequest('0'),
          },
          { call: ['*.slice', '*.splice', 'setTimeout'], args: ['1'], when: fromRequest('1') },
        ],
        go: [{ call: ['make', 'time.Sleep', 'strings.Repeat', 'bytes.Repeat', '*.Limit'], args: ['*'], when: read('*') }],
      },
      propagators: {
        python: [{ call: ['int', 'float'], marks: ['number'] }],
        javascript: [{ call: ['Number', 'parseInt', 'Number.parseInt', 'parseFloat'], marks: ['number'] }],
        go: [{ call: ['strconv.Atoi', 'strconv.ParseInt', 'strconv.ParseUint'], to: 'result.0', marks: ['number'] }],
      },
      sanitizers: {
        python: [{ call: ['min'], clears: ['size'] }],
        javascript: [{ call: ['Math.min', 'lodash.clamp'], clears: ['size'] }],
        go: [{ call: ['min', 'math.Min'], clears: ['size'] }],
      },
      examples: [
        {
          language: 'python',
          bad: 'from flask import request\n\ndef page(query):\n    size = int(request.args["size"])\n    return query.limit(size).all()\n',
          good: 'from flask import request\n\ndef page(query):\n    size = min(int(request.args["size"]), 100)\n    return query.limit(size).all()\n',
        },
        {
          language: 'python',
          bad: 'from flask import request\n\ndef rows():\n    count = int(request.args["count"])\n    return [str(n) for n in range(count)]\n',
          good: 'from flask import abort, request\n\ndef rows():\n    count = int(request.args["count"])\n    if count > 1000:\n        abort(400)\n    return [str(n) for n in range(count)]\n',
        },
        {
          language: 'javascript',
          bad: "exports.line = (req, res) => res.send('-'.repeat(Number(req.query.width)));\n",
          good: "exports.line = (req, res) => res.send('-'.repeat(Math.min(Number(req.query.width), 200)));\n",
        },
        {
          language: 'javascript',
          bad: 'exports.page = (req, res, all) => {\n  const size = Number(req.query.size);\n  res.json(all.slice(0, size));\n};\n',
          good: 'exports.page = (req, res, all) => {\n  const size = Number(req.query.size);\n  if (!(size <= 100)) return res.sendStatus(400);\n  return res.json(all.slice(0, size));\n};\n',
        },
        {
          language: 'go',
          bad: 'package rows\n\nimport (\n\t"net/http"\n\t"strconv"\n)\n\nfunc Rows(r *http.Request) []int {\n\tcount, err := strconv.Atoi(r.FormValue("count"))\n\tif err != nil {\n\t\treturn nil\n\t}\n\treturn make([]int, count)\n}\n',
          good: 'package rows\n\nimport (\n\t"net/http"\n\t"strconv"\n)\n\nfunc Rows(r *http.Request) []int {\n\tcount, err := strconv.Atoi(r.FormValue("count"))\n\tif err != nil || count < 0 || count > 1000 {\n\t\treturn nil\n\t}\n\treturn make([]int, count)\n}\n',
        },
      ],
    },
    {
      id: 'unpacked-without-limit',
      cwe: 'CWE-409',
      also: ['CWE-400', 'CWE-770', 'CWE-789'],
      severity: 'medium',
      kind: 'size',
      message: 'A few bytes unpack to as many as they like: unpack with a limit.',
      sinks: {
        python: [
          { call: ['zlib.decompress', 'gzip.decompress', 'bz2.decompress', 'lzma.decompress', 'zstandard.decompress'], args: ['0'] },
        ],
        javascript: [
          {
            call: ['zlib.gunzipSync', 'zlib.inflateSync', 'zlib.unzipSync', 'zlib.brotliDecompressSync', 'zlib.inflateRawSync'],
            args: ['0'],
            when: { at: '1.maxOutputLength', is: 'absent' },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import zlib\n\ndef unpack(parcel):\n    return zlib.decompress(parcel)\n',
          good: 'import zlib\n\ndef unpack(parcel):\n    worker = zlib.decompressobj()\n    body = worker.decompress(parcel, 1_000_000)\n    if worker.unconsumed_tail:\n        raise ValueError("too much")\n    return body\n',
        },
        {
          language: 'javascript',
          bad: "const zlib = require('node:zlib');\nexports.unpack = (parcel) => zlib.gunzipSync(parcel);\n",
          good: "const zlib = require('node:zlib');\nexports.unpack = (parcel) => zlib.gunzipSync(parcel, { maxOutputLength: 1000000 });\n",
        },
      ],
    },
    {
      id: 'body-read-without-limit',
      cwe: 'CWE-770',
      also: ['CWE-400', 'CWE-789'],
      severity: 'medium',
      kind: 'size',
      message: 'The whole body is kept in memory, however long it is: read it through a limit.',
      sinks: { go: [{ call: ['io.ReadAll', 'ioutil.ReadAll'], args: ['0'], when: { at: '0', is: { named: 'Body$' } } }] },
      sanitizers: { go: [{ call: ['io.LimitReader', 'http.MaxBytesReader'], clears: ['size'] }] },
      examples: [
        {
          language: 'go',
          bad: 'package box\n\nimport (\n\t"io"\n\t"net/http"\n)\n\nfunc Take(w http.ResponseWriter, r *http.Request) ([]byte, error) {\n\treturn io.ReadAll(r.Body)\n}\n',
          good: 'package box\n\nimport (\n\t"io"\n\t"net/http"\n)\n\nfunc Take(w http.ResponseWriter, r *http.Request) ([]byte, error) {\n\treturn io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))\n}\n',
        },
      ],
    },
    {
      id: 'expression-from-input',
      cwe: 'CWE-1333',
      also: ['CWE-400', 'CWE-730', 'CWE-625'],
      severity: 'medium',
      kind: 'regex',
      message: 'Input becomes a regular expression, which may take for ever, or match what it must not: escape it.',
      sinks: {
        python: [{ call: builders, args: ['0'], when: isPattern('0') }],
        javascript: [{ call: ['RegExp'], args: ['0'], when: isPattern('0') }],
        java: [{ call: ['Pattern.compile', 'Pattern.matches'], args: ['0'], when: isPattern('0') }],
      },
      sanitizers: { java: [{ call: ['Pattern.quote'], clears: ['regex'] }] },
      examples: [
        {
          language: 'python',
          bad: 'import re\n\ndef find(word, lines):\n    return [line for line in lines if re.search(word, line)]\n',
          good: 'import re\n\ndef find(word, lines):\n    return [line for line in lines if re.search(re.escape(word), line)]\n',
        },
        {
          language: 'javascript',
          bad: "exports.find = (req, lines) => lines.filter((line) => new RegExp(req.query.word, 'i').test(line));\n",
          good: 'exports.find = (req, lines) => lines.filter((line) => line.includes(req.query.word));\n',
        },
        {
          language: 'java',
          bad: 'import java.util.regex.Pattern;\nclass Find {\n  boolean in(String word, String line) { return Pattern.compile(word).matcher(line).find(); }\n}\n',
          good: 'import java.util.regex.Pattern;\nclass Find {\n  boolean in(String word, String line) { return Pattern.compile(Pattern.quote(word)).matcher(line).find(); }\n}\n',
        },
      ],
    },
    {
      id: 'expression-goes-back-for-ever',
      cwe: 'CWE-1333',
      also: ['CWE-400', 'CWE-730'],
      severity: 'medium',
      message: 'A repetition within a repetition: a text that nearly matches is tried in more ways than there is time for.',
      sinks: {
        python: [{ call: builders, when: { at: '0', is: { text: nested } } }],
        javascript: [
          { literal: 'regex', when: { at: 'result', is: { text: nested } } },
          { call: ['RegExp'], when: { at: '0', is: { text: nested } } },
        ],
        java: [
          {
            call: ['Pattern.compile', 'Pattern.matches', '*.matches', '*.replaceAll', '*.split'],
            when: { any: [{ at: '0', is: { text: nested } }] },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import re\n\nNAMES = re.compile(r"^(\\w+\\s?)+$")\n\ndef named(text):\n    return NAMES.match(text) is not None\n',
          good: 'import re\n\nNAMES = re.compile(r"^\\w+(\\s\\w+)*$")\n\ndef named(text):\n    return NAMES.match(text) is not None\n',
        },
        {
          language: 'javascript',
          bad: 'exports.named = (text) => /^([a-z]+)*$/.test(text);\n',
          good: 'exports.named = (text) => /^[a-z]*$/.test(text);\n',
        },
        {
          language: 'java',
          bad: 'class Named {\n  boolean is(String text) { return text.matches("([a-z]+)*"); }\n}\n',
          good: 'class Named {\n  boolean is(String text) { return text.matches("[a-z]*"); }\n}\n',
        },
      ],
    },
  ],
};
