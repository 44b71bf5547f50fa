import { defineTests, type HttpRequest, type Subject, type World } from 'fathom/testing';

type Element = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly raw: string };
type Page = { readonly elements: readonly Element[]; readonly text: string };

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', colon: ':', Tab: '\t' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });

const attributesOf = (source: string): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [, name, double, single, bare] of source.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)) {
    const key = (name ?? '').toLowerCase();
    if (!found.has(key)) found.set(key, decoded(double ?? single ?? bare ?? ''));
  }
  return found;
};

/** Reads markup as a browser's tokenizer does, as far as elements, attributes, comments and raw text go. */
const read = (html: string): Page => {
  const elements: Element[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const rest = html.slice(at);
    const comment = /^<!--[\s\S]*?(?:-->|$)|^<[!?/][^>]*(?:>|$)/.exec(rest);
    const tag = /^<([a-z][^\s/>]*)((?:=\s*"[^"]*"|=\s*'[^']*'|=(?!\s*["'])|[^>=])*)>/i.exec(rest);
    if (comment !== null) {
      text += ' ';
      at += comment[0].length;
    } else if (tag !== null) {
      const name = (tag[1] ?? '').toLowerCase();
      at += tag[0].length;
      let raw = '';
      if (/^(?:script|style|textarea|title|iframe|noscript)$/.test(name)) {
        const end = html.slice(at).search(new RegExp(`</${name}[\\s/>]`, 'i'));
        raw = end < 0 ? html.slice(at) : html.slice(at, at + end);
        at += raw.length;
      }
      elements.push({ name, attributes: attributesOf(tag[2] ?? ''), raw });
      text += ' ';
    } else {
      text += rest.charAt(0);
      at += 1;
    }
  }
  return { elements, text: decoded(text).replace(/\s+/g, ' ') };
};

const form = (path: string, fields: Readonly<Record<string, string>>): HttpRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

const home: HttpRequest = { method: 'GET', path: '/' };

/** The page as a reader's browser sees it after the attacker has written an entry; undefined where there is no page. */
const pageAfter = async (subject: Subject, fields: Readonly<Record<string, string>>): Promise<Page | undefined> => {
  await subject.http(form('/entries', fields));
  const got = await subject.http(home);
  return got.ended === 'answered' ? read(Buffer.from(got.value.body).toString()) : undefined;
};

const token = (world: World): string => `t${world.integer(100_000, 999_999)}x${world.integer(100_000, 999_999)}`;

/** What would run in the reader's browser and bears the attacker's mark. */
const active = (page: Page, mark: string): string | undefined => {
  for (const { name, attributes, raw } of page.elements) {
    if (name === 'script' && (raw.includes(mark) || attributes.get('src')?.includes(mark))) return `<script> with ${raw}`;
    for (const [attribute, value] of attributes) {
      if (!value.includes(mark)) continue;
      if (attribute.startsWith('on')) return `<${name}> with ${attribute}=${value}`;
      // A browser drops control characters and blanks before it looks for the scheme.
      const scheme = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
      if (/^(?:href|src|action|formaction|xlink:href|data)$/.test(attribute) && scheme.startsWith('javascript:')) {
        return `<${name}> with ${attribute}=${value}`;
      }
    }
  }
  return undefined;
};

export const tests = defineTests({
  cases: [
    {
      id: 'shows-entries-newest-first',
      kind: 'normal',
      proves: 'Entries are kept and shown with name and message, the newest first.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const first = token(world);
        const second = token(world);
        for (const mark of [first, second]) {
          const kept = expect.value(
            await subject.http(form('/entries', { name: `Ida ${mark}`, message: `Lovely whales, ${mark}`, site: '' })),
          );
          expect.equal(kept.status, 201, 'status of a kept entry');
        }
        const shown = expect.value(await subject.http(home));
        expect.equal(shown.status, 200, 'status of the page');
        const { text } = read(Buffer.from(shown.body).toString());
        for (const mark of [first, second]) {
          expect.true(text.includes(`Ida ${mark}`), `the name Ida ${mark} is shown`);
          expect.true(text.includes(`Lovely whales, ${mark}`), `the message of ${mark} is shown`);
        }
        expect.true(text.indexOf(second) < text.indexOf(first), 'the newest entry comes first');
      },
    },
    {
      id: 'links-the-name',
      kind: 'normal',
      proves: 'A visitor with a site gets a link to exactly that address; one without gets none.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const site = `https://example.org/${token(world)}?page=${world.integer(2, 99)}&from=museum`;
        const name = `Bo ${token(world)}`;
        const plain = `Cy ${token(world)}`;
        expect.equal(expect.value(await subject.http(form('/entries', { name, message: 'Hello', site }))).status, 201, 'with a site');
        expect.equal(expect.value(await subject.http(form('/entries', { name: plain, message: 'Hello' }))).status, 201, 'without a site');
        const html = Buffer.from(expect.value(await subject.http(home)).body).toString();
        const { elements, text } = read(html);
        const links = elements.filter((element) => element.name === 'a' && element.attributes.get('href') === site);
        expect.equal(links.length, 1, `links to ${site}`);
        expect.true(text.includes(name) && text.includes(plain), 'both names are shown');
      },
    },
    {
      id: 'keeps-everyday-punctuation',
      kind: 'edge',
      proves: 'Apostrophes, ampersands, quotes and comparison signs in ordinary prose are accepted and shown.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const mark = token(world);
        const message = `Tom & Jerry's "best" room: 3 < ${world.integer(4, 99)} & 9 > 2, ${mark}!`;
        const kept = expect.value(await subject.http(form('/entries', { name: `D'Arcy & Sons ${mark}`, message })));
        expect.equal(kept.status, 201, 'status of a kept entry');
        const { text } = read(Buffer.from(expect.value(await subject.http(home)).body).toString());
        expect.true(text.includes(message), `the message is shown as it was written: ${message}`);
        expect.true(text.includes(`D'Arcy & Sons ${mark}`), 'the name is shown as it was written');
      },
    },
    {
      id: 'refuses-incomplete-entries',
      kind: 'error',
      proves: 'An entry without a name or a message is answered with 400 and is not shown.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        const mark = token(world);
        for (const fields of [{ name: mark, message: '' }, { name: '', message: mark }, { message: mark }, { name: mark }]) {
          const got = expect.value(await subject.http(form('/entries', fields)));
          expect.equal(got.status, 400, `status for ${JSON.stringify(fields)}`);
        }
        expect.true(!Buffer.from(expect.value(await subject.http(home)).body).includes(mark), 'nothing of them is shown');
      },
    },
  ],
  exploits: [
    {
      id: 'script-in-message',
      cwe: 'CWE-79',
      proves: 'A script element in a message reaches the readers as a script.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        const mark = token(world);
        for (const field of ['message', 'name']) {
          const page = await pageAfter(subject, { name: 'Eve', message: 'Hi', [field]: `<script>send('${mark}')</script>` });
          const found = page && active(page, mark);
          if (found) harm(`A script written into the ${field} runs in the readers' browsers.`, found);
        }
      },
    },
    {
      id: 'handler-in-message',
      cwe: 'CWE-79',
      proves: 'An element with an event handler in a message or a name reaches the readers as an element.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      async run({ subject, world, harm }) {
        const mark = token(world);
        for (const payload of [
          `<img src=x onerror="send('${mark}')">`,
          `<svg/onload=send('${mark}')>`,
          `<scr<script>ipt>send('${mark}')</script>`,
        ]) {
          for (const field of ['message', 'name']) {
            const page = await pageAfter(subject, { name: 'Eve', message: 'Hi', [field]: payload });
            const found = page && active(page, mark);
            if (found) harm(`Markup in the ${field} runs in the readers' browsers.`, found);
          }
        }
      },
    },
    {
      id: 'site-leaves-its-attribute',
      cwe: 'CWE-79',
      proves: 'A quote in the address of the site ends the attribute, and what follows becomes an event handler.',
      separates: ['insecure', 'insecure-2', 'insecure-5'],
      async run({ subject, world, harm }) {
        const mark = token(world);
        for (const quote of ['"', "'"]) {
          const site = `https://example.org/${quote} onmouseover=${quote}send(${mark})`;
          const page = await pageAfter(subject, { name: 'Eve', message: 'Hi', site });
          const found = page && active(page, mark);
          if (found) harm("The address of the site adds a handler to the readers' page.", found);
        }
      },
    },
    {
      id: 'script-address',
      cwe: 'CWE-79',
      proves: 'A site with the scheme javascript becomes a link that runs the script.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      async run({ subject, world, harm }) {
        const mark = token(world);
        for (const scheme of ['javascript:', 'JavaScript:', ' java\tscript:']) {
          const page = await pageAfter(subject, { name: 'Eve', message: 'Hi', site: `${scheme}send(${mark})//https://example.org/` });
          const found = page && active(page, mark);
          if (found) harm("A click on the visitor's name runs the visitor's script.", found);
        }
      },
    },
  ],
});
