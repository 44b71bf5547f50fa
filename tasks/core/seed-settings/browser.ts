import type { Ended, HttpResponse, Subject } from 'fathom/testing';

type Cookie = { readonly value: string; readonly sameSite: string };
/** What a browser keeps of one visitor. */
export type Jar = Map<string, Cookie>;
export type Form = { readonly action: string; readonly fields: ReadonlyMap<string, string> };
type Fields = Readonly<Record<string, string>>;

export const site = 'seeds.example';

const keep = (jar: Jar, ended: Ended<HttpResponse>): void => {
  if (ended.ended !== 'answered') return;
  for (const [header, line] of ended.value.headers) {
    if (header.toLowerCase() !== 'set-cookie') continue;
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const lower = attributes.map((attribute) => attribute.toLowerCase());
    if (lower.includes('max-age=0')) jar.delete(pair.slice(0, at));
    else
      jar.set(pair.slice(0, at), {
        value: pair.slice(at + 1),
        sameSite: lower.find((each) => each.startsWith('samesite='))?.slice(9) ?? '',
      });
  }
};

const cookieOf = (jar: Jar, sent: (cookie: Cookie) => boolean): Record<string, string> => {
  const pairs = [...jar].filter(([, cookie]) => sent(cookie)).map(([name, { value }]) => `${name}=${value}`);
  return pairs.length === 0 ? {} : { cookie: pairs.join('; ') };
};

export const post = async (subject: Subject, jar: Jar, path: string, fields: Fields): Promise<Ended<HttpResponse>> => {
  const ended = await subject.http({
    method: 'POST',
    path,
    headers: {
      host: site,
      origin: `http://${site}`,
      referer: `http://${site}/settings`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...cookieOf(jar, () => true),
    },
    body: new URLSearchParams(fields).toString(),
  });
  keep(jar, ended);
  return ended;
};

export const get = async (subject: Subject, jar: Jar, path: string): Promise<Ended<HttpResponse>> => {
  const ended = await subject.http({ method: 'GET', path, headers: { host: site, ...cookieOf(jar, () => true) } });
  keep(jar, ended);
  return ended;
};

/** A form that a page of another site sends, by the browser with this jar: cookies for the same site only stay at home. */
export const postFromElsewhere = (subject: Subject, jar: Jar, fields: Fields, headers: Fields): Promise<Ended<HttpResponse>> =>
  subject.http({
    method: 'POST',
    path: '/settings',
    headers: {
      host: site,
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      ...cookieOf(jar, ({ sameSite }) => sameSite !== 'lax' && sameSite !== 'strict'),
    },
    body: new URLSearchParams(fields).toString(),
  });

const plain = (text: string): string =>
  text
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#43;/g, '+')
    .replace(/&amp;/g, '&');

const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/gi)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      plain(double ?? single ?? bare ?? ''),
    ]),
  );

/** The form of a page that goes to `/settings`, with its fields as they are before anybody types; undefined where there is none. */
export const formOf = (ended: Ended<HttpResponse>): Form | undefined => {
  if (ended.ended !== 'answered') return undefined;
  const html = Buffer.from(ended.value.body).toString();
  for (const [, opening = '', inside = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)) {
    const attributes = attributesOf(opening);
    const action = attributes.get('action') ?? '/settings';
    if (attributes.get('method')?.toLowerCase() !== 'post' || !/^\/settings\b/.test(action)) continue;
    const inputs = [...inside.matchAll(/<(?:input|button)\b([^>]*)>/gi)].map(([, tag = '']) => attributesOf(tag));
    const named = inputs.flatMap((input): [string, string][] => {
      const name = input.get('name') ?? '';
      return name === '' ? [] : [[name, input.get('value') ?? '']];
    });
    return { action, fields: new Map(named) };
  }
  return undefined;
};
