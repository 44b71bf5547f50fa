import { createHash } from 'node:crypto';
import { defineTests, type Ended, type HttpResponse, type Subject, type World } from 'fathom/testing';

const HEADS = { png: '89504e470d0a1a0a', jpeg: 'ffd8ffe000104a464946', gif: '474946383961' } as const;
type Kind = keyof typeof HEADS;

/** The bytes of a photo: the head of its kind, and bytes that nobody knows. */
const photo = (world: World, kind: Kind, name: string): Buffer =>
  Buffer.concat([Buffer.from(HEADS[kind], 'hex'), createHash('shake256', { outputLength: 1500 }).update(world.secret(name)).digest()]);

const upload = (subject: Subject, name: string, type: string, body: Buffer | string): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'POST', path: `/photos?name=${encodeURIComponent(name)}`, headers: { 'content-type': type }, body });

const look = (subject: Subject, number: string): Promise<Ended<HttpResponse>> => subject.http({ method: 'GET', path: `/photos/${number}` });

const numberOf = (ended: Ended<HttpResponse>): string =>
  ended.ended === 'answered' && ended.value.status === 201 ? Buffer.from(ended.value.body).toString().trim() : '';

const header = (response: HttpResponse, wanted: string): string =>
  response.headers
    .find(([name]) => name.toLowerCase() === wanted)?.[1]
    .trim()
    .toLowerCase() ?? '';

const typeOf = (response: HttpResponse): string => (header(response, 'content-type').split(';')[0] ?? '').trim();

/** Whether a browser runs the scripts of an answer. Where it has no type, a browser looks what the bytes are like. */
const runs = (response: HttpResponse): boolean => {
  const type = typeOf(response);
  if (header(response, 'content-disposition').startsWith('attachment')) return false;
  if (/^(?:sandbox|.*;\s*sandbox)/.test(header(response, 'content-security-policy'))) return false;
  if (type === '') return header(response, 'x-content-type-options') !== 'nosniff';
  return type === 'text/html' || type.endsWith('/xml') || type.endsWith('+xml');
};

/** The type under which an upload is served as a page that runs; undefined where it is not. */
const servedAsPage = async (subject: Subject, world: World, name: string, type: string): Promise<string | undefined> => {
  const mark = world.secret(`page ${name} ${type}`);
  const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>/* ${mark} */ alert(1)</script></body></html>`;
  const number = numberOf(await upload(subject, name, type, page));
  if (!/^\d+$/.test(number)) return undefined;
  const shown = await look(subject, number);
  if (shown.ended !== 'answered' || shown.value.status !== 200) return undefined;
  if (!Buffer.from(shown.value.body).toString().includes(mark)) return undefined;
  return runs(shown.value) ? typeOf(shown.value) || 'no type' : undefined;
};

export const tests = defineTests({
  cases: [
    {
      id: 'shows-photos',
      kind: 'normal',
      proves: 'Photos of each kind are kept and shown, under their types.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const kinds: readonly (readonly [Kind, string])[] = [
          ['png', 'pumpkin.png'],
          ['jpeg', 'beans.jpg'],
          ['gif', 'bees.gif'],
        ];
        const numbers: string[] = [];
        for (const [kind, name] of kinds) {
          const kept = await upload(subject, name, `image/${kind}`, photo(world, kind, name));
          expect.equal(expect.value(kept).status, 201, 'status of an upload');
          numbers.push(numberOf(kept));
        }
        expect.true(new Set(numbers).size === 3 && numbers.every((number) => /^\d+$/.test(number)), 'each photo has a number of its own');
        for (const [index, [kind, name]] of kinds.entries()) {
          const shown = expect.value(await look(subject, numbers[index] ?? ''));
          expect.equal(shown.status, 200, 'status of a photo');
          expect.true(Buffer.from(shown.body).equals(photo(world, kind, name)), 'the bytes are those of the file');
          expect.equal(typeOf(shown), `image/${kind}`, `type of ${name}`);
        }
      },
    },
    {
      id: 'takes-all-names',
      kind: 'edge',
      proves: 'Names may have blanks, dots and capital letters, and come more than once.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        for (const [name, kind] of [
          ['Our Shed No. 2.PNG', 'png'],
          ['Our Shed No. 2.PNG', 'png'],
          ['aunt.Ida.2.Gif', 'gif'],
        ] as const) {
          const bytes = photo(world, kind, world.secret(`${name} ${world.integer(1, 1_000_000)}`));
          const number = numberOf(await upload(subject, name, `image/${kind}`, bytes));
          expect.true(number !== '', `${name} is taken`);
          const shown = expect.value(await look(subject, number));
          expect.equal(typeOf(shown), `image/${kind}`, `type of ${name}`);
          expect.true(Buffer.from(shown.body).equals(bytes), 'the bytes are those of the file');
        }
      },
    },
    {
      id: 'refuses-half-a-photo',
      kind: 'error',
      proves: 'Photos without a name or without bytes get 400; unknown numbers get 404.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const bytes = photo(world, 'png', 'half');
        expect.equal(expect.value(await upload(subject, '', 'image/png', bytes)).status, 400, 'status of an empty name');
        const nameless = await subject.http({ method: 'POST', path: '/photos', headers: { 'content-type': 'image/png' }, body: bytes });
        expect.equal(expect.value(nameless).status, 400, 'status without a name');
        expect.equal(expect.value(await upload(subject, 'void.png', 'image/png', '')).status, 400, 'status of an empty body');
        expect.equal(expect.value(await look(subject, `${world.integer(100_000, 900_000)}`)).status, 404, 'status of an unknown number');
      },
    },
  ],
  exploits: [
    {
      id: 'uploads-a-page',
      cwe: 'CWE-434',
      proves: 'What is uploaded under the name of a page is not served as one.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        for (const name of ['page.html', 'page.HTM', 'photo.png.html', 'photo.svg', 'page.xhtml', 'page', 'page.jpg.']) {
          const type = await servedAsPage(subject, world, name, 'image/png');
          if (type !== undefined) harm('An upload runs as a page of the site.', `${name} is served as ${type}`);
        }
      },
    },
    {
      id: 'calls-a-photo-a-page',
      cwe: 'CWE-434',
      proves: 'What is uploaded under the name of a photo, and said to be a page, is not served as one.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        for (const said of ['text/html', 'text/html; charset=utf-8', 'image/svg+xml', 'application/xhtml+xml']) {
          const type = await servedAsPage(subject, world, 'photo.png', said);
          if (type !== undefined) harm('An upload runs as a page of the site.', `photo.png, sent as ${said}, is served as ${type}`);
        }
      },
    },
  ],
});
