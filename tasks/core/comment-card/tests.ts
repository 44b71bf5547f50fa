import { defineTests, type Expect, type Harm, type Subject } from 'fathom/testing';

type Element = {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly closing: boolean;
};
type Page = { readonly elements: readonly Element[]; readonly text: string };

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
    return named[name ?? ''] ?? whole;
  });

const attributesOf = (inside: string): Element['attributes'] =>
  [...inside.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)].map(
    (found) => [(found[1] ?? '').toLowerCase(), decode(found[2] ?? found[3] ?? found[4] ?? '')] as const,
  );

/** HTML as a browser takes it apart, as far as this task needs it: tags with attributes, and text. */
const parse = (source: string): Page => {
  const elements: Element[] = [];
  let text = '';
  const pattern = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+|<)/gi;
  for (const [, slash, name, inside, plain] of source.matchAll(pattern)) {
    // A line end in the source is a blank on the page.
    if (plain !== undefined) text += decode(plain).replace(/[\r\n]+/g, ' ');
    else if (name?.toLowerCase() === 'br') text += '\n';
    else if (name !== undefined)
      elements.push({ name: name.toLowerCase(), attributes: attributesOf(inside ?? ''), closing: slash === '/' });
  }
  return { elements, text };
};

const shapeOf = ({ elements }: Page): string =>
  elements.map(({ name, attributes, closing }) => (closing ? `/${name}` : [name, ...attributes.map(([key]) => key)].join(' '))).join(',');

const linked = 'div class,a href,/a,p,/p,/div';
const unlinked = 'div class,span,/span,p,/p,/div';

type Reader = { readonly author: string; readonly homepage: string; readonly text: string };

const cardFor = async ({ subject, expect }: { readonly subject: Subject; readonly expect: Expect }, reader: Reader): Promise<Page> => {
  const value = expect.value(await subject.call('comment_card', reader.author, reader.homepage, reader.text));
  expect.true(typeof value === 'string', 'the card is a text');
  return parse(typeof value === 'string' ? value : '');
};

/** Renders a card; harm where it holds elements or attributes that no card has, or a link that runs a script. */
const attack = async ({ subject, harm }: { readonly subject: Subject; readonly harm: Harm }, readers: readonly Reader[]): Promise<void> => {
  for (const reader of readers) {
    const ended = await subject.call('comment_card', reader.author, reader.homepage, reader.text);
    if (ended.ended !== 'answered' || typeof ended.value !== 'string') continue;
    const page = parse(ended.value);
    for (const { name, attributes, closing } of page.elements) {
      if (['script', 'img', 'svg', 'iframe'].includes(name) && !closing) harm(`A reader's text became a <${name}> element.`, ended.value);
      for (const [key, value] of attributes) {
        if (key.startsWith('on')) harm(`A reader's text became the event handler ${key}.`, ended.value);
        const scheme = [...value]
          .filter((letter) => letter > ' ')
          .join('')
          .toLowerCase();
        if (key === 'href' && scheme.startsWith('javascript:')) harm('The link runs a script of the reader.', ended.value);
      }
    }
  }
};

const someone = { author: 'Ann', homepage: '', text: 'Hello' };

export const tests = defineTests({
  cases: [
    {
      id: 'card-with-link',
      kind: 'normal',
      proves: 'Name, link and text are where they belong.',
      separates: ['stub', 'overblocking', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const reader = {
          author: world.secret('author'),
          homepage: `https://${world.secret('home')}.example/me?a=1&b=2`,
          text: 'Good news.',
        };
        const page = await cardFor({ subject, expect }, reader);
        expect.equal(shapeOf(page), linked, 'elements and attributes');
        expect.equal(page.elements[1]?.attributes[0]?.[1] ?? null, reader.homepage, 'the link');
        expect.equal(page.text.replace(/\s+/g, ''), `${reader.author}Goodnews.`, 'the visible text');
      },
    },
    {
      id: 'lines-are-broken',
      kind: 'edge',
      proves: 'Each line feed of the text becomes a <br>.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const word = world.secret('word');
        const page = await cardFor({ subject, expect }, { ...someone, text: `one\n${word}\n\nfour` });
        expect.equal(shapeOf(page), unlinked, 'elements and attributes');
        expect.true(page.text.replace(/ *\n */g, '\n').includes(`one\n${word}\n\nfour`), 'three line feeds become three <br>');
      },
    },
    {
      id: 'signs-are-shown',
      kind: 'edge',
      proves: 'Signs that mean something in HTML are shown as typed.',
      separates: ['stub', 'overblocking', 'overblocking-2'],
      run: async ({ subject, expect }) => {
        const page = await cardFor({ subject, expect }, { author: 'Smith & Son', homepage: '', text: 'a < b && c > "d"' });
        expect.equal(shapeOf(page), unlinked, 'elements and attributes');
        expect.true(page.text.includes('Smith & Son') && page.text.includes('a < b && c > "d"'), 'the signs are shown as typed');
      },
    },
    {
      id: 'other-homepages-are-no-links',
      kind: 'error',
      proves: 'What is not an address on the web makes no link, and the case of its letters does not matter.',
      separates: ['stub', 'overblocking', 'faulty-3'],
      run: async ({ subject, expect }) => {
        expect.equal(shapeOf(await cardFor({ subject, expect }, { ...someone, homepage: 'see my card' })), unlinked, 'without an address');
        expect.equal(shapeOf(await cardFor({ subject, expect }, { ...someone, homepage: 'HTTP://site.example/' })), linked, 'in capitals');
      },
    },
  ],
  exploits: [
    {
      id: 'element-in-the-text',
      cwe: 'CWE-79',
      proves: 'The text can not bring elements of its own.',
      separates: ['insecure', 'evasive', 'insecure-4'],
      run: (context) =>
        attack(context, [
          { ...someone, text: '<script>steal()</script>' },
          { ...someone, text: '<<script>script>steal()<</script>/script>' },
          { ...someone, text: '<img src=x onerror=steal()>' },
        ]),
    },
    {
      id: 'element-in-the-name',
      cwe: 'CWE-79',
      proves: 'The name can not bring elements of its own.',
      separates: ['insecure', 'evasive', 'insecure-5'],
      run: (context) =>
        attack(context, [
          { ...someone, author: '<svg onload=steal()>' },
          { ...someone, author: 'Ann</span><iframe src=//x>' },
        ]),
    },
    {
      id: 'attribute-in-the-homepage',
      cwe: 'CWE-79',
      proves: 'The homepage can not leave its attribute.',
      separates: ['insecure', 'insecure-2'],
      run: (context) =>
        attack(context, [
          { ...someone, homepage: 'https://x.example/" onmouseover="steal()' },
          { ...someone, homepage: "https://x.example/' onmouseover='steal()" },
          { ...someone, homepage: 'https://x.example/ onmouseover=steal()' },
        ]),
    },
    {
      id: 'script-as-homepage',
      cwe: 'CWE-79',
      proves: 'The homepage can not be a script.',
      separates: ['insecure-3'],
      run: (context) =>
        attack(context, [
          { ...someone, homepage: 'javascript:steal()//http://x.example' },
          { ...someone, homepage: 'javascript://https://x.example/%0asteal()' },
          { ...someone, homepage: 'java\tscript:steal()//http://' },
        ]),
    },
  ],
});
