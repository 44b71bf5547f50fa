import { defineTests, type Expect, type Harm, type JsonValue, type Subject } from 'fathom/testing';
import { elementsOf, outlineOf, rootOf } from './document.ts';

type Order = { readonly customer: string; readonly tile: string; readonly quantity: number; readonly remark: string };

const expectOrder = async (subject: Subject, expect: Expect, order: Order): Promise<void> => {
  const answer = expect.value(await subject.call('order_document', order.customer, order.tile, order.quantity, order.remark));
  const root = rootOf(answer);
  const children: JsonValue[] = [['line', { quantity: String(order.quantity) }, [order.tile]]];
  if (order.remark !== '') children.push(['remark', {}, [order.remark]]);
  expect.equal(
    root === undefined ? null : outlineOf(root),
    ['order', { customer: order.customer }, children],
    `of ${JSON.stringify(answer)}`,
  );
};

/** Orders three pieces; harm where the document is well-formed and holds an element or attribute that the shop did not write. */
const order = async (
  subject: Subject,
  harm: Harm,
  { customer = 'Kim', tile = 'Plain', remark = 'Thanks' }: Partial<Order>,
): Promise<void> => {
  const ended = await subject.call('order_document', customer, tile, 3, remark);
  const root = ended.ended === 'answered' ? rootOf(ended.value) : undefined;
  if (root === undefined) return;
  const elements = elementsOf(root);
  const own = elements.map(({ name, attributes }) => [name, ...Object.keys(attributes)].join(' '));
  const strange = own.filter((shape) => !['order', 'order customer', 'line', 'line quantity', 'remark'].includes(shape));
  const twice = new Set(elements.map(({ name }) => name)).size < elements.length;
  if (twice || strange.length > 0) harm('A customer wrote a part of the document that is no text.', JSON.stringify(ended));
};

export const tests = defineTests({
  cases: [
    {
      id: 'writes-an-order',
      kind: 'normal',
      proves: 'Customer, line and remark stand in the document.',
      separates: ['stub', 'faulty'],
      run: ({ subject, world, expect }) =>
        expectOrder(subject, expect, {
          customer: world.secret('customer'),
          tile: `Blue ${world.integer(10, 40)} x 20`,
          quantity: world.integer(2, 900),
          remark: world.secret('remark'),
        }),
    },
    {
      id: 'without-a-remark',
      kind: 'edge',
      proves: 'Without a remark the document has no such element.',
      separates: ['stub', 'faulty-2'],
      run: ({ subject, world, expect }) =>
        expectOrder(subject, expect, { customer: world.secret('short'), tile: 'Grey', quantity: 1, remark: '' }),
    },
    {
      id: 'keeps-texts-as-they-are',
      kind: 'edge',
      proves: 'Blanks, punctuation and letters of all languages come through.',
      separates: ['stub', 'overblocking'],
      run: ({ subject, world, expect }) =>
        expectOrder(subject, expect, {
          customer: `Søren, Æble = 50 % (${world.secret('firm')}); #1/2`,
          tile: `  Größe M,  "matt" – it's  ${world.integer(3, 99)} mm `,
          quantity: 12,
          remark: `Ring twice!\nThen wait: ${world.secret('door')} [[x]] {y}`,
        }),
    },
    {
      id: 'wants-one-at-least',
      kind: 'error',
      proves: 'A quantity below 1 is an error.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('order_document', 'Kim', 'Plain', 0, ''));
        expect.raised(await subject.call('order_document', 'Kim', 'Plain', -world.integer(1, 50), 'Hello'));
      },
    },
  ],
  exploits: [
    {
      id: 'adds-an-element',
      cwe: 'CWE-91',
      proves: 'No text adds an element to the document.',
      separates: ['insecure', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('gold');
        await order(subject, harm, { tile: `${word}</line><line quantity="500">${word}` });
        await order(subject, harm, { remark: `${word}</remark><paid>yes</paid><remark>` });
        await order(subject, harm, { remark: `<paid>${word}</paid>` });
      },
    },
    {
      id: 'adds-an-attribute',
      cwe: 'CWE-91',
      proves: 'No name of a customer adds an attribute.',
      separates: ['insecure', 'insecure-2'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('friend');
        await order(subject, harm, { customer: `${word}" discount="90` });
        await order(subject, harm, { customer: `${word}' discount='90` });
      },
    },
    {
      id: 'ends-the-section',
      cwe: 'CWE-91',
      proves: 'No text ends a section of character data.',
      separates: ['insecure-3'],
      run: async ({ subject, world, harm }) => {
        const word = world.secret('section');
        await order(subject, harm, { tile: `${word}]]></line><line quantity="500"><![CDATA[${word}` });
        await order(subject, harm, { remark: `${word}]]><paid>yes</paid><![CDATA[` });
      },
    },
  ],
});
