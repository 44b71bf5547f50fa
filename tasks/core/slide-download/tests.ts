import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

/** The headers of a head that is whole, sorted, with their names in lower case; a text that says what is wrong otherwise. */
const headersOf = (head: unknown): readonly string[] | string => {
  if (typeof head !== 'string' || !head.endsWith('\r\n\r\n')) return 'no empty line at the end';
  const [status, ...lines] = head.slice(0, -4).split('\r\n');
  if (status !== 'HTTP/1.1 200 OK') return `status line ${status}`;
  return lines
    .map((line) => {
      const colon = line.indexOf(':');
      return `${line.slice(0, colon).toLowerCase()}: ${line.slice(colon + 1).trim()}`;
    })
    .toSorted();
};

const wanted = (quotedName: string, owner: string, size: number): readonly string[] => [
  `content-disposition: attachment; filename="${quotedName}"`,
  `content-length: ${size}`,
  'content-type: application/octet-stream',
  `x-owner: ${owner}`,
];

/** What a client takes a head for that ends its lines as it likes: harm where a header or a body is not the server's own. */
const send = async (subject: Subject, harm: Harm, fileName: string, owner: string): Promise<void> => {
  const ended = await subject.call('download_head', fileName, owner, 12);
  if (ended.ended !== 'answered' || typeof ended.value !== 'string') return;
  const [head = '', ...rest] = ended.value.split(/\r?\n\r?\n/);
  const names = head
    .split(/\r?\n/)
    .slice(1)
    .map((line) => /^([!#$%&'*+.^_`|~\w-]+):/.exec(line)?.[1]?.toLowerCase());
  if (names.includes('set-cookie')) harm('The name of a file or owner added a header.', JSON.stringify(ended.value));
  if (rest.join('').includes('<h1>')) harm('The name of a file or owner added a body.', JSON.stringify(ended.value));
};

const attempts = (world: World, end: string): readonly string[] => {
  const word = world.secret(`cookie ${end.length}`);
  return [
    `${word}.png"${end}Set-Cookie: session=${word}`,
    `${word}${end}Set-Cookie: session=${word}`,
    `${word}${end}${end}<h1>${word}</h1>`,
  ];
};

export const tests = defineTests({
  cases: [
    {
      id: 'writes-the-head',
      kind: 'normal',
      proves: 'All headers stand in the head.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const name = `${world.secret('picture')}.png`;
        const owner = world.secret('owner');
        const size = world.integer(1_000_000, 900_000_000);
        expect.equal(headersOf(expect.value(await subject.call('download_head', name, owner, size))), wanted(name, owner, size));
      },
    },
    {
      id: 'nothing-in-it',
      kind: 'edge',
      proves: 'A file may be empty.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const owner = world.secret('beginner');
        expect.equal(headersOf(expect.value(await subject.call('download_head', 'blank.raw', owner, 0))), wanted('blank.raw', owner, 0));
      },
    },
    {
      id: 'quotes-in-names',
      kind: 'edge',
      proves: 'Double quotes and backslashes of a name are written with a backslash.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const word = world.secret('nickname');
        const head = expect.value(await subject.call('download_head', `the "${word}" \\ final.png`, 'Ann', 7));
        expect.equal(headersOf(head), wanted(`the \\"${word}\\" \\\\ final.png`, 'Ann', 7));
      },
    },
    {
      id: 'names-with-other-signs',
      kind: 'edge',
      proves: 'Blanks and punctuation stay as they are.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const name = `100% (a=b; c:d), it's #${world.integer(2, 99)} + more!.tar.gz`;
        const owner = `O'Neil & Sons: ${world.secret('shop')}; <Cork>`;
        expect.equal(headersOf(expect.value(await subject.call('download_head', name, owner, 31))), wanted(name, owner, 31));
      },
    },
    {
      id: 'wants-a-name',
      kind: 'error',
      proves: 'An empty name is an error, and so is a negative size.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('download_head', '', 'Ann', 5));
        expect.raised(await subject.call('download_head', 'a.png', 'Ann', -world.integer(1, 99)));
      },
    },
  ],
  exploits: [
    {
      id: 'header-in-a-file-name',
      cwe: 'CWE-113',
      proves: 'No line end in the name of a file begins a header or a body.',
      separates: ['insecure', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        for (const name of attempts(world, '\r\n')) await send(subject, harm, name, 'Ann');
      },
    },
    {
      id: 'single-line-feed',
      cwe: 'CWE-113',
      proves: 'A line feed alone, which clients take for a line end, begins no header either.',
      separates: ['insecure', 'insecure-2'],
      run: async ({ subject, world, harm }) => {
        for (const name of attempts(world, '\n')) await send(subject, harm, name, 'Ann');
      },
    },
    {
      id: 'header-in-an-owner',
      cwe: 'CWE-113',
      proves: 'The name of an owner begins no header or body.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        for (const owner of attempts(world, '\r\n')) await send(subject, harm, 'a.png', owner);
      },
    },
  ],
});
