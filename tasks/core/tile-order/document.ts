import type { JsonValue } from 'fathom/testing';

/** An element with its attributes and what it holds, in order. */
export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Node[] };
export type Node = Element | string;

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its references put back; undefined where an `&` begins none. */
const plain = (text: string): string | undefined => {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/.test(text)) return undefined;
  return text.replace(/&(#x?)?(\w+);/g, (_, sign: string | undefined, name: string) => {
    if (sign === undefined) return predefined[name] ?? '';
    const code = Number.parseInt(name, sign === '#x' ? 16 : 10);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
};

const attributesOf = (text: string): Readonly<Record<string, string>> | undefined => {
  const attributes = new Map<string, string>();
  const rest = text.replace(
    /\s+([A-Za-z_][\w.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g,
    (whole, name: string, double?: string, single?: string) => {
      const value = plain(double ?? single ?? '');
      if (value === undefined || attributes.has(name)) return whole;
      attributes.set(name, value);
      return '';
    },
  );
  return rest.trim() === '' ? Object.fromEntries(attributes) : undefined;
};

type Inside = { readonly children: readonly Node[]; readonly end: number };

/** What stands from `at` up to an end tag or the end of the text. */
const inside = (text: string, at: number): Inside | undefined => {
  const children: Node[] = [];
  let end = at;
  while (end < text.length && !text.startsWith('</', end)) {
    const node = text[end] === '<' ? marked(text, end) : characters(text, end);
    if (node === undefined) return undefined;
    if (node.node !== undefined) children.push(node.node);
    end = node.end;
  }
  return { children, end };
};

type Step = { readonly node?: Node; readonly end: number };

const characters = (text: string, at: number): Step | undefined => {
  const stop = text.indexOf('<', at);
  const end = stop < 0 ? text.length : stop;
  const value = text.slice(at, end).includes(']]>') ? undefined : plain(text.slice(at, end));
  return value === undefined ? undefined : { node: value, end };
};

const marked = (text: string, at: number): Step | undefined => {
  if (text.startsWith('<![CDATA[', at)) {
    const close = text.indexOf(']]>', at);
    return close < 0 ? undefined : { node: text.slice(at + 9, close), end: close + 3 };
  }
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close < 0 ? undefined : { end: close + 3 };
  }
  const tag = /^<([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/.exec(text.slice(at));
  const attributes = tag === null ? undefined : attributesOf(tag[2] ?? '');
  if (tag === null || attributes === undefined) return undefined;
  const name = tag[1] ?? '';
  const start = at + tag[0].length;
  if (tag[3] === '/') return { node: { name, attributes, children: [] }, end: start };
  const content = inside(text, start);
  const close = content === undefined ? null : /^<\/([\w.-]+)\s*>/.exec(text.slice(content.end));
  if (content === undefined || close === null || close[1] !== name) return undefined;
  return { node: { name, attributes, children: content.children }, end: content.end + close[0].length };
};

/** The root of a document, read strictly; undefined where the text is none. */
export const rootOf = (document: unknown): Element | undefined => {
  if (typeof document !== 'string') return undefined;
  const text = document.replace(/^\uFEFF?<\?xml\s[^?<>]*\?>/, '').trim();
  const content = inside(text, 0);
  if (content === undefined || content.end !== text.length) return undefined;
  const nodes = content.children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  const [root] = nodes;
  return nodes.length === 1 && typeof root === 'object' ? root : undefined;
};

/** All elements of a tree, the root first. */
export const elementsOf = (root: Element): readonly Element[] => [
  root,
  ...root.children.flatMap((node) => (typeof node === 'string' ? [] : elementsOf(node))),
];

/** Name, attributes and content of an element, with neighbouring texts joined and without white space between elements. */
export const outlineOf = ({ name, attributes, children }: Element): JsonValue => {
  const text = children.filter((node) => typeof node === 'string').join('');
  if (children.every((node) => typeof node === 'string')) return [name, attributes, text === '' ? [] : [text]];
  return [name, attributes, children.flatMap((node) => (typeof node !== 'string' ? [outlineOf(node)] : node.trim() === '' ? [] : [node]))];
};
