import { defineTests, type Harm, type Subject } from 'fathom/testing';

const shop = 'https://shop.example';

/** Where a browser lands that is told to go there from the sign-in page; undefined where it stays. */
const landing = (location: string): URL | undefined => {
  try {
    return new URL(location, `${shop}/account/sign-in`);
  } catch {
    return undefined;
  }
};

/** Signs in with each target; harm where a browser would leave the shop. */
const follow = async ({ subject, harm }: { readonly subject: Subject; readonly harm: Harm }, targets: readonly string[]): Promise<void> => {
  for (const target of targets) {
    const ended = await subject.call('next_page', target);
    if (ended.ended !== 'answered' || typeof ended.value !== 'string') continue;
    const url = landing(ended.value);
    if (url !== undefined && url.origin !== shop) {
      harm('The customer was sent away from the shop.', `the target ${JSON.stringify(target)} leads to ${url.href}`);
    }
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'path-of-the-shop',
      kind: 'normal',
      proves: 'A path is returned unchanged.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const path = `/orders/${world.integer(1, 99_999)}`;
        expect.equal(expect.value(await subject.call('next_page', path)), path);
        expect.equal(expect.value(await subject.call('next_page', '/')), '/');
      },
    },
    {
      id: 'query-and-fragment',
      kind: 'edge',
      proves: 'A query that holds an address, and a fragment, are returned unchanged.',
      separates: ['stub', 'overblocking', 'overblocking-3'],
      run: async ({ subject, world, expect }) => {
        const path = `/cart?coupon=A%2FB&from=https://blog.example/${world.secret('post')}#total`;
        expect.equal(expect.value(await subject.call('next_page', path)), path);
      },
    },
    {
      id: 'whole-address',
      kind: 'edge',
      proves: 'A whole address of the shop is returned unchanged.',
      separates: ['stub', 'overblocking', 'overblocking-4'],
      run: async ({ subject, world, expect }) => {
        const address = `${shop}/orders/${world.integer(1, 99_999)}?print=1`;
        expect.equal(expect.value(await subject.call('next_page', address)), address);
      },
    },
    {
      id: 'other-targets',
      kind: 'error',
      proves: 'Empty texts and addresses of other sites lead to the front page.',
      separates: ['overblocking-2'],
      run: async ({ subject, world, expect }) => {
        for (const target of ['', `https://${world.secret('site')}.example/`, 'http://other.example/cart']) {
          expect.equal(expect.value(await subject.call('next_page', target)), '/', `the page after ${JSON.stringify(target)}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'two-slashes',
      cwe: 'CWE-601',
      proves: 'Two slashes at the beginning, which name another site, do not lead there.',
      separates: ['insecure', 'insecure-2', 'insecure-5'],
      run: (context) => follow(context, ['//evil.example', '//evil.example/cart', '///evil.example', '//shop.example@evil.example/']),
    },
    {
      id: 'slashes-in-disguise',
      cwe: 'CWE-601',
      proves: 'What browsers take for two slashes does not lead away either.',
      separates: ['insecure', 'insecure-2', 'insecure-3', 'insecure-4', 'evasive'],
      run: (context) =>
        follow(context, ['/\\evil.example', '/\t/evil.example', '/\n/evil.example', '\\\\evil.example', '/\\/evil.example/cart']),
    },
    {
      id: 'looks-like-the-shop',
      cwe: 'CWE-601',
      proves: "An address that only begins like the shop's leads nowhere else.",
      separates: ['insecure', 'insecure-3', 'insecure-6'],
      run: (context) =>
        follow(context, [
          `${shop}.evil.example/`,
          `${shop}@evil.example/`,
          `${shop}:secret@evil.example/`,
          'https://evil.example/?https://shop.example',
        ]),
    },
    {
      id: 'other-schemes',
      cwe: 'CWE-601',
      proves: 'An address of another kind, such as a script, is no page of the shop.',
      separates: ['insecure-4', 'insecure-7'],
      run: (context) => follow(context, ['javascript:alert(1)//shop.example', 'data:text/html,shop.example', ' https://evil.example/']),
    },
  ],
});
