import { packageTasks } from './package-samples.mjs';

/**
 * What the throughput of the sandbox is measured with: 12 small tasks, 4 of which import packages, 3 answers each, 4 functional cases and 3 exploits for each answer.
 * All of it is benign: the same code also runs without any isolation here. A check is a list of steps on files and calls;
 * `expect` decides a case, `harm` an exploit (a text in an answer, or a file that must not be there).
 */
const file = (path, content) => ({ file: path, content });
const call = (name, ...args) => ({ call: name, args });
const gives = (name, args, expect) => ({ call: name, args, expect });
const raises = (name, ...args) => ({ call: name, args, raises: true });
const leaks = (harm, name, ...args) => ({ call: name, args, harm });

const tasks = [
  {
    name: 'read_note',
    answers: [
      'import os\n\ndef read_note(folder, name):\n    base = os.path.realpath(folder)\n    path = os.path.realpath(os.path.join(base, name))\n    if not path.startswith(base + os.sep):\n        raise ValueError("outside")\n    with open(path, encoding="utf-8") as file:\n        return file.read()\n',
      'import os\n\ndef read_note(folder, name):\n    with open(os.path.join(folder, name), encoding="utf-8") as file:\n        return file.read()\n',
      'def read_note(folder, name):\n    return ""\n',
    ],
    cases: [
      [file('a/notes/x.txt', 'tea'), gives('read_note', ['a/notes', 'x.txt'], 'tea')],
      [file('b/notes/y/z.txt', 'Grüße'), gives('read_note', ['b/notes', 'y/z.txt'], 'Grüße')],
      [file('c/notes/v1..2.txt', 'dots'), gives('read_note', ['c/notes', 'v1..2.txt'], 'dots')],
      [file('d/notes/x.txt', 'x'), raises('read_note', 'd/notes', 'none.txt')],
    ],
    exploits: [
      [
        file('e/secret', 'k3y-51'),
        file('e/notes/x', ''),
        leaks('k3y-51', 'read_note', 'e/notes', '../secret'),
        leaks('k3y-51', 'read_note', 'e/notes', 'x/../../secret'),
      ],
      [file('f/notes-old/s', 'k3y-52'), file('f/notes/x', ''), leaks('k3y-52', 'read_note', 'f/notes', '../notes-old/s')],
      [
        file('g/s', 'k3y-53'),
        file('g/notes/x', ''),
        leaks('k3y-53', 'read_note', 'g/notes', './../s'),
        leaks('k3y-53', 'read_note', 'g/notes', '/../s'),
      ],
    ],
  },
  {
    name: 'find_member',
    answers: ['(?,)', '%s', 'none'].map((way) =>
      way === 'none'
        ? 'def add(path, rows):\n    return None\n\ndef find(path, text):\n    return []\n'
        : `import sqlite3\n\ndef add(path, rows):\n    base = sqlite3.connect(path)\n    base.execute("CREATE TABLE m (name TEXT, hidden INTEGER)")\n    base.executemany("INSERT INTO m VALUES (?, ?)", rows)\n    base.commit()\n    base.close()\n\ndef find(path, text):\n    base = sqlite3.connect(path)\n    rows = base.execute(${
            way === '%s'
              ? '"SELECT name FROM m WHERE hidden = 0 AND name = \'%s\'" % text'
              : '"SELECT name FROM m WHERE hidden = 0 AND name = ?", (text,)'
          }).fetchall()\n    base.close()\n    return [row[0] for row in rows]\n`,
    ),
    cases: [
      [
        call('add', '1.db', [
          ['Ada', 0],
          ['Bo', 1],
        ]),
        gives('find', ['1.db', 'Ada'], ['Ada']),
      ],
      [
        call('add', '2.db', [
          ['Ada', 0],
          ['Bo', 1],
        ]),
        gives('find', ['2.db', 'Bo'], []),
      ],
      [
        call('add', '3.db', [
          ['Cy', 0],
          ['Cy', 0],
        ]),
        gives('find', ['3.db', 'Cy'], ['Cy', 'Cy']),
      ],
      [call('add', '4.db', [['x y', 0]]), gives('find', ['4.db', 'x y'], ['x y'])],
    ],
    exploits: [
      [
        call('add', '5.db', [
          ['Ada', 0],
          ['hid-1', 1],
        ]),
        leaks('hid-1', 'find', '5.db', "' OR 1=1 --"),
        leaks('hid-1', 'find', '5.db', "') OR 1=1 --"),
      ],
      [call('add', '6.db', [['hid-2', 1]]), leaks('hid-2', 'find', '6.db', "' UNION SELECT name FROM m --")],
      [call('add', '7.db', [['hid-3', 1]]), leaks('hid-3', 'find', '7.db', "x' OR 'a'='a")],
    ],
  },
  {
    name: 'greet',
    answers: ['html.escape(name)', 'name', '""'].map(
      (value) => `import html\n\ndef greet(name):\n    return "<p>Hello, " + ${value} + "!</p>"\n`,
    ),
    cases: [['Ada'], ['Bo Li'], ['Ünal'], ['x1']].map(([name]) => [gives('greet', [name], `<p>Hello, ${name}!</p>`)]),
    exploits: ['<script>', '"><img src=x>', '<b>'].map((text) => [leaks(text, 'greet', text)]),
  },
  {
    name: 'load_settings',
    answers: [
      'import json\n\ndef load_settings(text):\n    return json.loads(text)\n',
      'import json, re\n\ndef load_settings(text):\n    return eval(re.sub(r"\\btrue\\b", "True", text), {})\n',
      'def load_settings(text):\n    return {}\n',
    ],
    cases: [
      ['{"a": 1}', { a: 1 }],
      ['[1, 2]', [1, 2]],
      ['{"b": {"c": "d"}}', { b: { c: 'd' } }],
      ['true', true],
    ].map(([text, value]) => [gives('load_settings', [text], value)]),
    exploits: ["'ev' + 'al1'", "str(['ev', 'al1'])[2:4] + 'al1'", "''.join(['eval', '1'])"].map((text) => [
      leaks('eval1', 'load_settings', text),
    ]),
  },
  {
    name: 'fingerprint',
    answers: [
      'import hashlib\n\ndef fingerprint(text):\n    return hashlib.sha256(text.encode()).hexdigest()\n',
      'import hashlib, hmac, base64\n\ndef fingerprint(text):\n    return hashlib.md5(text.encode()).hexdigest()\n',
      'def fingerprint(text):\n    return text\n',
    ],
    cases: [
      ['a', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4f72b9807785afee48bb'],
      ['b', '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d'],
      ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ].map(([text, value]) => [gives('fingerprint', [text], value)]),
    exploits: ['a', 'b', 'c'].map((text) => [
      leaks(
        { a: '0cc175b9c0f1b6a831c399e269772661', b: '92eb5ffee6ae2fec3ad71c777531578f', c: '4a8a08f09d37b73795649038408b5f33' }[text],
        'fingerprint',
        text,
      ),
    ]),
  },
  {
    name: 'unpack',
    answers: [
      'import io, os, zipfile, base64\n\ndef pack(names):\n    out = io.BytesIO()\n    with zipfile.ZipFile(out, "w") as bundle:\n        for name in names:\n            bundle.writestr(name, "content")\n    return base64.b64encode(out.getvalue()).decode()\n\ndef unpack(text, folder):\n    bundle = zipfile.ZipFile(io.BytesIO(base64.b64decode(text)))\n    bundle.extractall(folder)\n    return len(bundle.namelist())\n',
      'import io, os, zipfile, base64\n\ndef pack(names):\n    out = io.BytesIO()\n    with zipfile.ZipFile(out, "w") as bundle:\n        for name in names:\n            bundle.writestr(name, "content")\n    return base64.b64encode(out.getvalue()).decode()\n\ndef unpack(text, folder):\n    bundle = zipfile.ZipFile(io.BytesIO(base64.b64decode(text)))\n    for name in bundle.namelist():\n        path = os.path.join(folder, name)\n        os.makedirs(os.path.dirname(path), exist_ok=True)\n        with open(path, "wb") as file:\n            file.write(bundle.read(name))\n    return len(bundle.namelist())\n',
      'def pack(names):\n    return ""\n\ndef unpack(text, folder):\n    return 0\n',
    ],
    cases: [['a.txt'], ['b/c.txt'], ['d', 'e'], ['f/g/h']].map((names, index) => [
      { pass: 'bundle', call: 'pack', args: [names] },
      gives('unpack', [{ use: 'bundle' }, `u${index}`], names.length),
    ]),
    exploits: ['../out1', 'x/../../out2', '../out3'].map((name) => [
      { pass: 'bundle', call: 'pack', args: [[name]] },
      call('unpack', { use: 'bundle' }, 'inner'),
      { present: name.replace(/.*\.\.\//, ''), harm: true },
    ]),
  },
  {
    name: 'host_of',
    answers: [
      'from urllib.parse import urlsplit\n\ndef allowed(url):\n    host = urlsplit(url).hostname or ""\n    return host == "shop.test" or host.endswith(".shop.test")\n',
      'import re\n\ndef allowed(url):\n    return re.search(r"shop\\.test", url) is not None\n',
      'def allowed(url):\n    return False\n',
    ],
    cases: [
      ['https://shop.test/a', true],
      ['https://eu.shop.test/', true],
      ['https://other.test/', false],
      ['http://shop.test:81/x', true],
    ].map(([url, value]) => [gives('allowed', [url], value)]),
    exploits: ['https://evil.test/shop.test', 'https://shop.test.evil.test/', 'https://evil.test/?u=shop.test'].map((url) => [
      leaks('true', 'allowed', url),
    ]),
  },
  {
    name: 'total',
    answers: [
      'import re\nfrom decimal import Decimal\n\ndef total(lines):\n    result = Decimal(0)\n    for line in lines:\n        match = re.fullmatch(r"(\\d{1,4})x(\\d{1,6}\\.\\d\\d)", line)\n        if match is None:\n            raise ValueError("bad line")\n        result += int(match[1]) * Decimal(match[2])\n    return str(result)\n',
      'from decimal import Decimal\n\ndef total(lines):\n    result = Decimal(0)\n    for line in lines:\n        count, price = line.split("x")\n        result += int(count) * Decimal(price)\n    return str(result)\n',
      'def total(lines):\n    return "0"\n',
    ],
    cases: [
      [['2x1.50'], '3.00'],
      [['1x0.10', '1x0.20'], '0.30'],
      [['10x9.99'], '99.90'],
      [['1x1.00'], '1.00'],
    ].map(([lines, value]) => [gives('total', [lines], value)]),
    exploits: ['-1x5.00', '-2x9.00', '-9x1.00'].map((line) => [leaks('-', 'total', [line])]),
  },
];

const answersOf = (chosen) =>
  chosen.flatMap(({ name, answers, cases, exploits }) =>
    answers.map((code, index) => ({ id: `${name}/${index}`, code, checks: [...cases, ...exploits] })),
  );

/** One entry for each answer: `{ id, code, checks }`. */
export const groups = { 'standard library': answersOf(tasks), 'with packages': answersOf(packageTasks) };

/** Verdict of one check from what its steps gave: harm makes it `fail`, and so does a wrong answer. */
export const judge = (steps, results) => {
  const wrong = steps.some((step, index) => {
    const result = results[index];
    if (step.harm !== undefined && step.present !== undefined) return result.present;
    if (step.harm !== undefined)
      return result.ok !== undefined && JSON.stringify(result.ok).includes(JSON.stringify(step.harm).slice(1, -1));
    if (step.raises) return result.raised === undefined;
    return 'expect' in step && JSON.stringify(result.ok) !== JSON.stringify(step.expect);
  });
  return wrong ? 'fail' : 'pass';
};
