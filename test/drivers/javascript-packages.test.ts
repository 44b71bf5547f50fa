import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Language, type TaskInterface } from '../../src/core/index.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { typescript } from '../../src/drivers/typescript/typescript.ts';
import type { Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_720);
afterAll(() => box.close());

const limits = { ...defaultLimits, loadMs: 60_000, callMs: 30_000 };
const f: TaskInterface = {
  kind: 'function',
  functions: [{ name: 'f', parameters: [], returns: { type: 'json' } }],
};

const open = (
  code: string,
  packages: readonly string[],
  language: Extract<Language, 'javascript' | 'typescript'> = 'javascript',
): Promise<Session> => {
  const driver = language === 'typescript' ? typescript() : javascript();
  return box.open({ launch: driver.launch(code, f, packages), limits, files: [], environment: {} });
};

const call = async (code: string, packages: readonly string[], language?: 'javascript' | 'typescript') => {
  const session = await open(code, packages, language);
  try {
    return session.loaded.loaded ? await session.call('f', []) : session.loaded;
  } finally {
    await session.close();
  }
};

const query = `const db = new SQL.Database();
  db.run('CREATE TABLE books (title TEXT, year INTEGER)');
  db.run('INSERT INTO books VALUES (?, ?), (?, ?)', ['Persuasion', 1817, "it's", 2001]);
  return db.exec('SELECT title FROM books WHERE year > $year', { $year: 1900 })[0].values;`;

describe('sql.js', () => {
  it.each<readonly [string, 'javascript' | 'typescript', string]>([
    ['by require', 'javascript', `const init = require('sql.js');\nexports.f = async () => { const SQL = await init(); ${query} };`],
    ['by import', 'javascript', `import init from 'sql.js';\nconst SQL = await init();\nexport const f = () => { ${query} };`],
    [
      'with the path of its file said',
      'javascript',
      `const path = require('path');\nconst init = require('sql.js');\n` +
        `const locateFile = (file) => path.join(__dirname, 'node_modules/sql.js/dist', file);\n` +
        `exports.f = async () => { const SQL = await init({ locateFile }); ${query} };`,
    ],
    [
      'in TypeScript',
      'typescript',
      `import initSqlJs from 'sql.js';\nexport async function f() { const SQL = await initSqlJs(); ${query} }`,
    ],
  ])('answers a query: %s', async (_, language, code) => {
    expect(await call(code, ['sql.js'], language)).toEqual({ ended: 'answered', value: [["it's"]] });
  });

  it('leaves most of the usual memory to the candidate', async () => {
    const session = await open(`const init = require('sql.js');\nexports.f = async () => { const SQL = await init(); ${query} };`, [
      'sql.js',
    ]);
    await session.call('f', []);
    const { peakMemoryMb } = await session.sightings();
    await session.close();
    expect(peakMemoryMb).toBeGreaterThan(0);
    expect(peakMemoryMb).toBeLessThan(limits.memoryMb / 2);
  });
});

describe('of the packages in the box', () => {
  const uses = (name: string) => `const it = require('${name}');\nexports.f = () => typeof it;`;

  it.each([
    ['express', ['express']],
    ['fastify', ['sql.js', 'fastify']],
    ['sql.js', ['sql.js', 'fastify', 'express']],
    ['body-parser', ['express']],
    ['pino', ['fastify']],
  ])('%s is found where the task declares %j', async (name, packages) => {
    expect(await call(uses(name), packages)).toMatchObject({ ended: 'answered' });
  });

  it.each<readonly [string, readonly string[]]>([
    ['express', []],
    ['sql.js', ['express', 'fastify']],
    ['pino', ['express']],
    ['typescript', ['express', 'fastify', 'sql.js']],
    ['lodash', ['lodash']],
  ])('%s is missing where the task declares %j', async (name, packages) => {
    const missing = { loaded: false, kind: 'missing-dependency', module: name };
    expect(await call(uses(name), packages)).toMatchObject(missing);
    expect(await call(`import it from '${name}';\nexport const f = () => typeof it;`, packages)).toMatchObject(missing);
  });

  it('none can be changed', async () => {
    const code = "exports.f = () => require('fs').writeFileSync(require.resolve('express'), 'x');";
    expect(await call(code, ['express'])).toMatchObject({ ended: 'raised', message: expect.stringMatching(/EROFS|EACCES/) });
  });

  it('a program finds those of its task', async () => {
    const launch = javascript().launch("console.log(typeof require('express'));", { kind: 'command' }, ['express']);
    const session = await box.open({ launch, limits, files: [], environment: {} });
    const ended = await session.exec([], Buffer.alloc(0));
    await session.close();
    expect(ended.ended === 'answered' ? Buffer.from(ended.value.stdout).toString() : ended).toBe('function\n');
  });

  it('that of the framework is there without being declared again', () => {
    const web: TaskInterface = { kind: 'http', framework: { javascript: 'fastify' }, application: 'app' };
    expect(javascript().launch('', web, ['sql.js']).packages).toEqual(['sql.js', 'fastify']);
    expect(javascript().launch('', web, ['fastify']).packages).toEqual(['fastify']);
  });
});
