import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type SourceFiles, type TaskInterface } from '../../src/core/index.ts';
import type { Driver } from '../../src/drivers/driver.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { python } from '../../src/drivers/python/python.ts';
import type { Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_520);
afterAll(() => box.close());
const { available } = await box.probe();

const f: TaskInterface = { kind: 'function', functions: [{ name: 'f', parameters: [], returns: { type: 'json' } }] };
const web: TaskInterface = { kind: 'http', framework: { python: 'flask', javascript: 'express' }, application: 'app' };

type Asked = { readonly driver: Driver; readonly entry: string; readonly taskInterface?: TaskInterface };

const withSession = async <T>(
  files: SourceFiles,
  { driver, entry, taskInterface = f }: Asked,
  use: (session: Session) => Promise<T>,
): Promise<T> => {
  const launch = driver.launchRepository?.({ files, entry }, taskInterface, driver.language === 'python' ? ['flask'] : ['express']);
  if (launch === undefined) throw new Error('this driver takes no repositories');
  const session = await box.open({ launch, limits: defaultLimits, files: [], environment: {} });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
};

const callF = (files: SourceFiles, asked: Asked) =>
  withSession(files, asked, async (session) => (session.loaded.loaded ? session.call('f', []) : session.loaded));

const py: Asked = { driver: python(), entry: 'app/main.py' };
const js: Asked = { driver: javascript(), entry: 'src/index.js' };

describe.skipIf(!available)('a Python repository (needs a working bubblewrap)', () => {
  const main = 'from app.store import DATA\n\n\ndef f():\n    return DATA\n';
  it.each([
    ['its package by absolute imports', { 'app/main.py': main, 'app/store.py': 'DATA = 1\n' }],
    [
      'its package by relative imports',
      { 'app/__init__.py': '', 'app/main.py': main.replace('app.store', '.store'), 'app/store.py': 'DATA = 1\n' },
    ],
    ['a module beside the package', { 'app/main.py': main.replace('app.store', 'store'), 'store.py': 'DATA = 1\n' }],
    [
      'data beside the code',
      {
        'app/main.py': 'import pathlib\ndef f():\n    return int(pathlib.Path(__file__).with_name("n.txt").read_text())\n',
        'app/n.txt': '1\n',
      },
    ],
  ])('loads %s', { timeout: 60_000 }, async (_, files) => {
    expect(await callF(files, py)).toEqual({ ended: 'answered', value: 1 });
  });

  it.each([
    ['syntax', 'a file that does not parse', { 'app/main.py': main, 'app/store.py': 'DATA = (\n' }],
    ['import', 'an error while it runs', { 'app/main.py': main, 'app/store.py': 'DATA = 1 / 0\n' }],
    ['import', 'a file of its own that is not there', { 'app/main.py': main }],
    ['import', 'a name that is not there', { 'app/main.py': main, 'app/store.py': '' }],
    ['import', 'an entry that is not there', { 'app/store.py': '' }],
    ['import', 'a syntax error of data', { 'app/main.py': 'import ast\nast.parse("(")\n' }],
    ['missing-function', 'no function of that name', { 'app/main.py': 'x = 1\n' }],
    ['missing-dependency', 'a package that is not there', { 'app/main.py': 'import no_such_package\n' }],
  ])('says %s for %s', { timeout: 60_000 }, async (kind, _, files) => {
    expect(await callF(files, py)).toMatchObject({ loaded: false, kind });
  });

  it('is served where it is a Flask application', { timeout: 60_000 }, async () => {
    const files = {
      'app/__init__.py': '',
      'app/main.py': 'from flask import Flask\nfrom .pages import page\napp = Flask(__name__)\napp.get("/")(page)\n',
      'app/pages.py': 'def page():\n    return "hello"\n',
    };
    const answer = await withSession(files, { ...py, taskInterface: web }, (session) => session.http({ method: 'GET', path: '/' }));
    expect(answer).toMatchObject({ ended: 'answered', value: { status: 200 } });
  });
});

describe.skipIf(!available)('a JavaScript repository (needs a working bubblewrap)', () => {
  const main = "const { data } = require('./store');\nmodule.exports = { f: () => data };\n";
  it.each([
    ['its files by require', { 'src/index.js': main, 'src/store.js': 'exports.data = 1;\n' }],
    [
      'its files by import',
      {
        'package.json': '{"type":"module"}',
        'src/index.js': "import { data } from './store.js';\nexport const f = () => data;\n",
        'src/store.js': 'export const data = 1;\n',
      },
    ],
    ['JSON beside the code', { 'src/index.js': main, 'src/store.json': '{"data":1}' }],
    [
      'a file called like the driver',
      { 'src/index.js': main, 'src/store.js': 'exports.data = 1;\n', 'driver.mjs': 'process.exit(1)', 'values.mjs': '' },
    ],
  ])('loads %s', { timeout: 60_000 }, async (_, files) => {
    expect(await callF(files, js)).toEqual({ ended: 'answered', value: 1 });
  });

  it.each([
    ['syntax', 'a file that does not parse', { 'src/index.js': main, 'src/store.js': 'exports.data = (;\n' }],
    ['syntax', 'an entry that does not parse', { 'src/index.js': 'const = 1;\n' }],
    ['import', 'an error while it runs', { 'src/index.js': main, 'src/store.js': 'null.x;\n' }],
    ['import', 'a syntax error of data', { 'src/index.js': main, 'src/store.js': 'JSON.parse("{");\n' }],
    ['import', 'a file of its own that is not there', { 'src/index.js': main }],
    ['import', 'an entry that is not there', { 'src/store.js': '' }],
    ['missing-function', 'no function of that name', { 'src/index.js': 'exports.g = 1;\n' }],
    ['missing-dependency', 'a package that is not there', { 'src/index.js': "require('no-such-package');\n" }],
  ])('says %s for %s', { timeout: 60_000 }, async (kind, _, files) => {
    expect(await callF(files, js)).toMatchObject({ loaded: false, kind });
  });

  it('is served where it is an Express application', { timeout: 60_000 }, async () => {
    const files = {
      'src/index.js':
        "const express = require('express');\nconst app = express();\napp.use(require('./pages'));\nmodule.exports = { app };\n",
      'src/pages.js':
        "const { Router } = require('express');\nmodule.exports = Router().get('/', (_, response) => response.send('hello'));\n",
    };
    const answer = await withSession(files, { ...js, taskInterface: web }, (session) => session.http({ method: 'GET', path: '/' }));
    expect(answer).toMatchObject({ ended: 'answered', value: { status: 200 } });
  });
});

describe('a repository', () => {
  it.each([py, js])('is not run as a program', ({ driver, entry }) => {
    expect(() => driver.launchRepository?.({ files: { [entry]: '' }, entry }, { kind: 'command' }, [])).toThrow(/as a program/);
  });
});
