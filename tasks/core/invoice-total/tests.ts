import { defineTests, type Subject, type World } from 'fathom/testing';

const invoice = (supplier: string, declarations = ''): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE invoice [${declarations}]>\n<invoice><supplier>${supplier}</supplier><item price="1">Nail</item></invoice>`;

/** The answer to an invoice, as text; empty where it was refused. */
const answerTo = async (subject: Subject, text: string): Promise<string> => {
  const ended = await subject.call('read_invoice', text);
  return ended.ended === 'answered' ? JSON.stringify(ended.value) : '';
};

const plantSecret = async (world: World): Promise<{ readonly path: string; readonly secret: string }> => {
  const secret = world.secret('key');
  await world.write('/work/private/key.txt', secret);
  return { path: '/work/private/key.txt', secret };
};

export const tests = defineTests({
  cases: [
    {
      id: 'adds-up',
      kind: 'normal',
      proves: 'Supplier, items and total are read.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const [price, count] = [world.integer(1, 40), world.integer(2, 9)];
        const supplier = `Grün &amp; ${world.secret('firm')}`;
        const text = `<invoice><supplier>${supplier}</supplier><item price="${price}.25" count="${count}">Nails</item><item price="10">Hammer</item></invoice>`;
        const found = expect.value(await subject.call('read_invoice', text));
        expect.equal(found, { supplier: supplier.replace('&amp;', '&'), items: ['Nails', 'Hammer'], total: (price + 0.25) * count + 10 });
      },
    },
    {
      id: 'entities-are-replaced',
      kind: 'edge',
      proves: 'Entities that the invoice declares as texts are replaced.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const firm = world.secret('firm');
        const found = expect.value(await subject.call('read_invoice', invoice('&firm;, Leeds', `<!ENTITY firm "${firm}">`)));
        expect.equal(found, { supplier: `${firm}, Leeds`, items: ['Nail'], total: 1 });
      },
    },
    {
      id: 'refuses-other-text',
      kind: 'error',
      proves: 'Text that is not well-formed, or no invoice, is an error.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, expect }) => {
        expect.raised(await subject.call('read_invoice', '<invoice><supplier>A</invoice>'), 'text that is not well-formed');
        expect.raised(await subject.call('read_invoice', '<letter><body>Dear all</body></letter>'), 'a letter');
      },
    },
  ],
  exploits: [
    {
      id: 'entity-reads-a-file',
      cwe: 'CWE-611',
      proves: 'An entity can not bring the text of a file of the server.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      run: async ({ subject, world, harm }) => {
        const { path, secret } = await plantSecret(world);
        for (const address of [`file://${path}`, path]) {
          const answer = await answerTo(subject, invoice('&key;', `<!ENTITY key SYSTEM "${address}">`));
          if (answer.includes(secret)) harm('An invoice brought the text of a file of the server.', answer);
        }
      },
    },
    {
      id: 'entity-calls-a-service',
      cwe: 'CWE-611',
      proves: 'Reading an invoice calls no service.',
      separates: ['insecure-2', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        const port = await world.listen('internal', 'internal answer');
        await answerTo(subject, invoice('&page;', `<!ENTITY page SYSTEM "http://127.0.0.1:${port}/status">`));
        const declared = `<?xml version="1.0"?><!DOCTYPE invoice SYSTEM "http://127.0.0.1:${port}/invoice.dtd"><invoice><supplier>A</supplier></invoice>`;
        await answerTo(subject, declared);
        const [received] = await world.connections('internal');
        if (received !== undefined) harm('An invoice made the server call a service of its own network.', received.slice(0, 80));
      },
    },
  ],
});
