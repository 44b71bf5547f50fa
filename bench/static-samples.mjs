/** Small programs, all different, as models write them: some weak, some not, some that do not parse. */
const pick = (list, index) => list[index % list.length];
const words = ['order', 'invoice', 'note', 'photo', 'ticket', 'report', 'parcel'];

const python = [
  (n, w) => `import sqlite3


def find_${w}_${n}(path, name):
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute("SELECT id, name FROM ${w} WHERE name = '%s' LIMIT ${n}" % name).fetchall()
        return [{"id": row[0], "name": row[1]} for row in rows]
    finally:
        connection.close()
`,
  (n, w) => `import os
import subprocess
from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/${w}${n}"


@app.get("/${w}/<name>")
def read_${w}(name):
    path = os.path.realpath(os.path.join(ROOT, name))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    with open(path, encoding="utf-8") as source:
        return source.read()


@app.post("/${w}/count")
def count_${w}():
    return subprocess.run("wc -l " + request.form["name"], shell=True, capture_output=True).stdout
`,
  (n, w) => `import hashlib
import json


class ${w[0].toUpperCase()}${w.slice(1)}${n}:
    def __init__(self, items):
        self.items = dict(items)

    def digest(self):
        return hashlib.sha256(json.dumps(self.items, sort_keys=True).encode()).hexdigest()

    def total(self):
        return sum(value for value in self.items.values() if value > ${n})
`,
  (n) => `def half_written_${n}(data:\n    return data[${n}\n`,
];

const javascript = [
  (n, w) => `const fs = require('node:fs');
const path = require('node:path');

const root = '/srv/${w}${n}';

function read(name) {
  const full = path.resolve(root, name);
  if (!full.startsWith(root + path.sep)) throw new Error('no such ${w}');
  return fs.readFileSync(full, 'utf8');
}

module.exports = { read };
`,
  (n, w) => `const express = require('express');
const { exec } = require('child_process');

const app = express();
app.use(express.json());
const seen = new Map();

app.get('/${w}/:id', (req, res) => {
  const found = seen.get(req.params.id);
  if (!found) return res.status(404).end();
  res.send('<h1>' + found.title + ' ${n}</h1>');
});

app.post('/${w}', (req, res) => {
  exec('convert ' + req.body.name, (error, stdout) => res.json({ stdout, error: error ? ${n} : 0 }));
});

module.exports = { app };
`,
  (n, w) => `export function merge${n}(target, source) {
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || key === 'constructor') continue;
    const value = source[key];
    target[key] = typeof value === 'object' && value !== null ? merge${n}({}, value) : value;
  }
  return target;
}

export const ${w}${n} = (formula) => new Function('x', 'return ' + formula)(${n});
`,
  (n) => `function half${n}(a, {\n  return a[${n}\n`,
];

const c = [
  (n, w) => `#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ${w}_${n} { char name[32]; int count; };

int ${w}_read_${n}(struct ${w}_${n} *out, const char *line) {
  char copy[${32 + n}];
  strcpy(copy, line);
  char *comma = strchr(copy, ',');
  if (comma == NULL) return -1;
  *comma = '\\0';
  strncpy(out->name, copy, sizeof out->name);
  out->count = atoi(comma + 1);
  return 0;
}
`,
  (n, w) => `#include <stdint.h>
#include <stdlib.h>
#include <string.h>

uint8_t *${w}_join_${n}(const uint8_t *left, uint32_t nl, const uint8_t *right, uint32_t nr, uint32_t *out) {
  uint32_t total = nl + nr + ${n};
  uint8_t *joined = malloc(total);
  if (joined == NULL) return NULL;
  memcpy(joined, left, nl);
  memcpy(joined + nl, right, nr);
  *out = total;
  return joined;
}

void ${w}_drop_${n}(uint8_t *joined, int twice) {
  free(joined);
  if (twice > ${n}) free(joined);
}
`,
  (n, w) => `#include <limits.h>
#include <stddef.h>

int ${w}_sum_${n}(const int *values, size_t count, int *out) {
  int sum = ${n};
  if (values == NULL || out == NULL) return -1;
  for (size_t i = 0; i < count; i++) {
    if (values[i] > 0 && sum > INT_MAX - values[i]) return -1;
    if (values[i] < 0 && sum < INT_MIN - values[i]) return -1;
    sum += values[i];
  }
  *out = sum;
  return 0;
}
`,
];

/** Every tenth C program does not compile: each such file makes clang's batch start anew. */
const brokenC = (n) => `int half_${n}(int a) {\n  return a + ;\n}\n`;

const family = (language, makers, count) =>
  Array.from({ length: count }, (_, n) => ({
    language,
    name: `s${n}`,
    code: language === 'c' && n % 10 === 9 ? brokenC(n) : pick(makers, n)(n, pick(words, n)),
  }));

export const samples = (each) => [...family('python', python, each), ...family('javascript', javascript, each), ...family('c', c, each)];
