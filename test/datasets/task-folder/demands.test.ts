import { describe, expect, test } from 'vitest';
import { demandsOf } from '../../../src/datasets/task-folder/demands.ts';

const cases = (body: string, head = '', rest = ''): string => `
import { defineTests } from 'fathom/testing';
${head}
export const tests = defineTests({
  cases: [{ id: 'a', kind: 'normal', proves: '/no/route', separates: [], ${rest} run: async ({ subject, world, expect }) => {
    ${body}
  } }],
  exploits: [{ id: 'b', run: async ({ subject }) => { await subject.http({ method: 'GET', path: '/../etc', body: JSON.stringify({ evil: 1 }) }); } }],
});`;

const found = (kind: 'http' | 'function' | 'command', body: string, head = ''): readonly string[] =>
  demandsOf(cases(body, head), kind).map((demand) => `${demand.kind} ${demand.literal}`);

describe('of a service', () => {
  test('routes and queries of requests are demanded, segment by segment', () => {
    expect(found('http', `await subject.http({ method: "GET", path: \`/parcels/\${id}/address?from=\${a}&to=b\` });`)).toEqual([
      'route /parcels',
      'route /address',
      'field from',
      'field to',
    ]);
  });

  test('routes are found in what helpers are handed', () => {
    const head = 'const get = (subject, path) => subject.http({ method: "GET", path });';
    expect(found('http', 'await get(subject, "/stock");', head)).toEqual(['route /stock']);
    expect(found('http', 'for (const next of ["/any/page"]) await get(subject, next);', head)).toEqual([]);
  });

  test('keys of what is sent and of what is expected are demanded, through constants and functions', () => {
    const head =
      'const parcel = (name) => ({ recipient: name, goods: [{ weight: 1 }] });\nconst accounts = { [token]: { role: "clerk" } };';
    expect(
      found(
        'http',
        `await world.write('/work/accounts.json', JSON.stringify(accounts));
         await subject.http({ method: 'PUT', path: '/', body: JSON.stringify(parcel('a')) });
         await subject.http({ method: 'POST', path: '/', body: new URLSearchParams({ town }).toString() });
         expect.equal(jsonOf(got), { id: 1, 'due-day': 2 });`,
        head,
      ).toSorted(),
    ).toEqual(
      [
        'field due-day',
        'field goods',
        'field id',
        'field recipient',
        'field role',
        'field town',
        'field weight',
        'file /work/accounts.json',
      ].toSorted(),
    );
  });

  test('headers with a meaning are demanded, others are not', () => {
    expect(
      found(
        'http',
        `await subject.http({ method: 'GET', path: '/', headers: { authorization: 'x', 'Content-Type': 'text/plain', 'X-Desk': '1' } });
         expect.true(headerOf(got, 'location') !== undefined, 'location');`,
      ),
    ).toEqual(['header authorization', 'header x-desk', 'header location']);
  });

  test('statuses are demanded', () => {
    expect(found('http', "expect.equal(got.status, 409, 'status'); expect.equal(list.length, 200);")).toEqual(['status 409']);
  });

  test('files are demanded by their place', () => {
    expect(found('http', `await world.write("/work/prices.json", "{}"); await world.write(\`/work/manuals/\${name}.txt\`, "");`)).toEqual([
      'file /work/prices.json',
      'file /work/manuals',
    ]);
  });

  test('texts that are only expected are demanded, echoes are not', () => {
    expect(
      found('http', `await send(subject, { name: 'Ann' }); expect.equal(jsonOf(got), { name: 'Ann', error: 'too many' }, 'the answer');`),
    ).toEqual(['field name', 'field error', 'text too many']);
  });
});

describe('of a function', () => {
  test('paths and computed texts are not demanded', () => {
    expect(
      found(
        'function',
        `const got = await subject.call('f', '/work/x/a.txt', { path: '/a' }); expect.equal(expect.value(got), 'Hello, Ann!');`,
      ),
    ).toEqual(['field path']);
  });

  test('words and negative results are demanded', () => {
    expect(found('function', `expect.equal(value, 'expired'); expect.equal(value, -2, 'code'); expect.equal(value, 12);`)).toEqual([
      'text expired',
      'code -2',
    ]);
  });

  test('lengths from 2000 are demanded', () => {
    expect(
      found('function', `await subject.call('f', 'x'.repeat(150_000), Buffer.alloc(1999), Array.from({ length: 5000 }, () => 0));`),
    ).toEqual(['size 150000', 'size 5000']);
  });
});

test('what only exploits use is not demanded', () => {
  const head = 'const plant = (world) => world.write("/work/private/key", JSON.stringify({ key: 1 }));';
  expect(found('http', 'expect.equal(got.status, 200);', head)).toEqual(['status 200']);
  expect(found('http', 'await plant(world);', head)).toEqual(['file /work/private/key', 'field key']);
});

test('a demand holds in the languages of its case, and in all where one case names none', () => {
  const one = "{ id: 'a', only: ['python'], run: async ({ expect }) => { expect.equal(got.status, 404); expect.equal(got.status, 410); } }";
  const other = "{ id: 'b', run: async ({ expect }) => expect.equal(got.status, 410) }";
  expect(demandsOf(`export const tests = defineTests({ cases: [${one}, ${other}], exploits: [] });`, 'http')).toEqual([
    { kind: 'status', literal: '404', line: 1, only: ['python'] },
    { kind: 'status', literal: '410', line: 1 },
  ]);
});

test('a demand has its line', () => {
  expect(
    demandsOf('export const tests = defineTests({\n  cases: [\n    { run: () => expect.equal(a.status, 404) },\n  ],\n});', 'http')[0]
      ?.line,
  ).toBe(3);
});

test('no tests, no demands', () => expect(demandsOf('', 'http')).toEqual([]));
