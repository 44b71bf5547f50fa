import { defineTests, type Ended, type HttpResponse, type Subject } from 'fathom/testing';

const TOTAL = 20000;
const ROOMS = 30;
/** Far beyond the most that a page has. */
const FAR_TOO_MANY = 1000;

const ask = (subject: Subject, query: string): Promise<Ended<HttpResponse>> => subject.http({ method: 'GET', path: `/exhibits${query}` });

const linesOf = (response: HttpResponse): readonly string[] =>
  Buffer.from(response.body)
    .toString()
    .split(/\r?\n/)
    .filter((line) => line !== '');

/** The lines of the exhibits from one number to another, both included. */
const exhibits = (from: number, to: number): readonly string[] => {
  const lines: string[] = [];
  for (let number = from; number <= to; number += 1) lines.push(`${number},${number % ROOMS}`);
  return lines;
};

/** How many exhibits an answer holds. */
const held = (ended: Ended<HttpResponse>): number =>
  ended.ended === 'answered' && ended.value.status === 200 ? linesOf(ended.value).filter((line) => /^\d+,\d+$/.test(line)).length : 0;

export const tests = defineTests({
  cases: [
    {
      id: 'serves-pages',
      kind: 'normal',
      proves: 'A page holds the exhibits that belong to it; page and size have defaults.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const [page, size] = [world.integer(2, 60), world.integer(3, 40)];
        const both = expect.value(await ask(subject, `?page=${page}&size=${size}`));
        expect.equal(both.status, 200, 'status of a page');
        expect.equal(linesOf(both), exhibits((page - 1) * size + 1, page * size), 'the page');
        expect.equal(linesOf(expect.value(await ask(subject, `?size=${size}`))), exhibits(1, size), 'the first page of a size');
        expect.equal(
          linesOf(expect.value(await ask(subject, `?page=${page}`))),
          exhibits(page * 20 - 19, page * 20),
          'a page without a size',
        );
      },
    },
    {
      id: 'serves-the-longest-and-the-last',
      kind: 'edge',
      proves: 'Pages of 100 are served; the last page is shorter, and those behind it are empty.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const page = world.integer(2, 50);
        expect.equal(
          linesOf(expect.value(await ask(subject, `?page=${page}&size=100`))),
          exhibits(page * 100 - 99, page * 100),
          'a page of 100',
        );
        const size = world.integer(41, 49);
        const last = Math.ceil(TOTAL / size);
        const shorter = expect.value(await ask(subject, `?page=${last}&size=${size}`));
        expect.equal(linesOf(shorter), exhibits((last - 1) * size + 1, TOTAL), 'the last page');
        const behind = expect.value(await ask(subject, `?page=${last + world.integer(1, 9)}&size=${size}`));
        expect.equal(behind.status, 200, 'status behind the last page');
        expect.equal(linesOf(behind), [], 'a page behind the last one');
      },
    },
    {
      id: 'refuses-what-is-not-a-number',
      kind: 'error',
      proves: 'A page or a size in words gets 400.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, expect }) {
        for (const query of ['?page=many', '?size=many', '?page=2&size=x', '?page=first&size=20'])
          expect.equal(expect.value(await ask(subject, query)).status, 400, `status for ${query}`);
      },
    },
  ],
  exploits: [
    {
      id: 'asks-for-a-huge-page',
      cwe: 'CWE-770',
      proves: 'A large size does not make the answer larger than a page.',
      separates: ['insecure', 'evasive'],
      async run({ subject, harm }) {
        for (const size of ['19999', '20000', '100000', '2147483647']) {
          const count = held(await ask(subject, `?page=1&size=${size}`));
          if (count > FAR_TOO_MANY) harm('An answer is far larger than a page.', `${count} exhibits for size=${size}`);
        }
      },
    },
    {
      id: 'asks-for-less-than-nothing',
      cwe: 'CWE-770',
      proves: 'A size or a page below 1 does not make the answer larger than a page.',
      separates: ['insecure-2', 'evasive'],
      async run({ subject, harm }) {
        for (const query of [
          '?size=-1',
          '?page=1&size=0',
          '?page=1&size=-7',
          '?page=0&size=-1',
          '?page=0&size=0',
          '?page=-1&size=-100',
          '?page=0',
        ]) {
          const count = held(await ask(subject, query));
          if (count > FAR_TOO_MANY) harm('An answer is far larger than a page.', `${count} exhibits for ${query}`);
        }
      },
    },
  ],
});
