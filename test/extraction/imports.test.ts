import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/core/index.ts';
import { undeclaredImports } from '../../src/extraction/imports/undeclared.ts';

const python = (code: string, declared: readonly string[] = []) => undeclaredImports('python', code, declared);

describe('an import that is carried out whenever a Python file is loaded', () => {
  test.each([
    ['import yaml', ['yaml']],
    ['import os, yaml as y, requests.adapters', ['yaml', 'requests']],
    ['from cryptography.fernet import Fernet', ['cryptography']],
    ['from bleach import (\n    clean,\n    linkify,\n)', ['bleach']],
    ['import os; import yaml', ['yaml']],
    ['"""Uses nothing."""\nimport yaml  # for settings', ['yaml']],
    ['class Settings:\n    import yaml', ['yaml']],
    ['with open("a") as a:\n    import yaml', ['yaml']],
    ['import yaml\r\n\r\ndef f():\r\n    pass\r\n', ['yaml']],
    ['x = (1 +\n2)\nimport yaml', ['yaml']],
    ['import \\\n  yaml', ['yaml']],
  ])('%j needs %j', (code, modules) => {
    expect(python(code)).toEqual({ always: modules, perhaps: [] });
  });
});

describe('an import that something can skip or catch', () => {
  test.each([
    'def f():\n    import yaml',
    'async def f():\n    with x:\n        import yaml',
    'try:\n    import yaml\nexcept ImportError:\n    yaml = None',
    'if __name__ == "__main__":\n    import yaml',
    'if TYPE_CHECKING: import yaml',
    'for x in []:\n    pass\nelse:\n    import yaml',
    'def f(a: dict[str, int] = {}): import yaml',
    'def f(\n    a: int,\n    b: int,\n):\n    import yaml',
    'if (a and\n        b):\n    import yaml',
    'if any(map(lambda a: a, b)): import yaml',
    'if lambda: x: import yaml',
  ])('%j may do without', (code) => {
    expect(python(code)).toEqual({ always: [], perhaps: ['yaml'] });
  });

  test('ends with its block', () => {
    expect(python('def f():\n    pass\n\nimport yaml').always).toEqual(['yaml']);
  });
});

describe('nothing is missing', () => {
  test.each([
    'import os.path\nfrom __future__ import annotations\nimport _thread, tomllib, distutils',
    'from . import helpers\nfrom .helpers import x\nfrom .. import y',
    '"""\nimport yaml\n"""\ntext = "import yaml"\n# import yaml',
    'text = """\n  import yaml\nimport yaml"""',
    'import candidate',
    'importlib.import_module("yaml")',
    'call(\n    import_yaml,\n)',
    'x = 1 + \\\n  import_count',
  ])('in %j', (code) => {
    expect(python(code)).toEqual({ always: [], perhaps: [] });
  });

  test('where the task declares the package, by its own name or that of its module', () => {
    expect(python('import yaml', ['PyYAML']).always).toEqual([]);
    expect(python('import yaml', ['yaml']).always).toEqual([]);
    expect(python('from werkzeug.utils import secure_filename\nimport flask', ['flask']).always).toEqual([]);
    expect(python('import flask\nimport flask_login', ['flask']).always).toEqual(['flask_login']);
  });
});

describe('in the other languages an import is only a hint', () => {
  test.each([
    [
      'javascript',
      "const _ = require('lodash');\nimport x from '@scope/name/part';\nawait import('node:fs');\nrequire('./own')",
      ['lodash', '@scope/name'],
    ],
    ['typescript', "import type { A } from 'zod';\nimport fs from 'fs';", ['zod']],
    [
      'c',
      '#include <stdio.h>\n#include <sys/stat.h>\n# include <openssl/sha.h>\n#include "own.h"\n/*\n#include <zlib.h>\n*/',
      ['openssl/sha.h'],
    ],
    ['cpp', '#include <vector>\n#include <boost/regex.hpp>', ['boost/regex.hpp']],
    ['go', 'import "github.com/x/y"', []],
  ] as const)('%s', (language, code, perhaps) => {
    expect(undeclaredImports(language, code, [])).toEqual({ always: [], perhaps });
  });
});

test('headers of declared libraries are not missed', () => {
  const code = '#include <sqlite3.h>\n#include <openssl/evp.h>\n#include <zlib.h>\n';
  expect(undeclaredImports('c', code, ['sqlite3', 'crypto']).perhaps).toEqual(['zlib.h']);
});

test('a long text takes no longer than its length', () => {
  const endless = `if ${'lambda:'.repeat(200_000)}\n`;
  expect(python(`${endless}import yaml`).always).toEqual(['yaml']);
});

test('any text can be looked at', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.string({ unit: 'binary' }), (language, code) => {
      expect(undeclaredImports(language, code, []).always.every((name) => /^[A-Za-z]\w*$/.test(name))).toBe(true);
    }),
  );
});
