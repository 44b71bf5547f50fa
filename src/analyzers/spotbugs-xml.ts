/** One bug of a FindBugs or SpotBugs report. */
export type Bug = {
  readonly type: string;
  readonly category: string;
  /** 1 is the most certain, 3 the least. */
  readonly priority: number;
  /** 1 to 4 scariest, 5 to 9 scary, 10 to 14 troubling, 15 to 20 of concern; undefined where the report is of an older program. */
  readonly rank?: number;
  /** The pattern's own weakness number. */
  readonly cwe?: number;
  readonly message: string;
  /** Of the primary class, with its package: `shop.Cart$Item`. */
  readonly className: string;
  /** The place of the bug itself; else of its method; else of its class. */
  readonly line?: number;
  readonly endLine?: number;
  /** Steps that FindSecBugs tells: where the data comes from, and the calls that it goes through. */
  readonly steps: readonly { readonly className: string; readonly line: number; readonly note: string }[];
};

export type BugReport = {
  readonly version: string;
  readonly bugs: readonly Bug[];
  /** Classes that were looked at: the evidence. */
  readonly classes: ReadonlySet<string>;
  /** What went wrong while looking. */
  readonly errors: readonly string[];
  /** Classes that the code names and the program did not find: it knows nothing of calls to them. */
  readonly missing: readonly string[];
};

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: Element[];
  text: string;
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const tokens =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<\/([A-Za-z][\w.-]*)\s*>|<([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

const attributesOf = (text: string): Element['attributes'] =>
  Object.fromEntries(
    Array.from(text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, key = '', a, b]) => [key, decoded(a ?? b ?? '')]),
  );

/** The root of a well-formed document; undefined where it is cut short or is no XML. */
const rootOf = (xml: string): Element | undefined => {
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [document];
  let end = 0;
  for (const token of xml.matchAll(tokens)) {
    if (token.index !== end) return undefined;
    end += token[0].length;
    const [, data, closed, opened, attributes = '', alone, text] = token;
    const current = open.at(-1) ?? document;
    if (data !== undefined || text !== undefined) current.text += data ?? decoded(text ?? '');
    if (closed !== undefined && open.pop()?.name !== closed) return undefined;
    if (opened === undefined) continue;
    const element: Element = { name: opened, attributes: attributesOf(attributes), children: [], text: '' };
    current.children.push(element);
    if (alone === '') open.push(element);
  }
  return end === xml.length && open.length === 1 ? document.children[0] : undefined;
};

const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
const textOf = (element: Element, name: string): string => (childrenOf(element, name)[0]?.text ?? '').replace(/\s+/g, ' ').trim();

const numberOf = (text: string | undefined): number | undefined => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined);

const linesOf = (element: Element | undefined): { readonly line?: number; readonly endLine?: number } => {
  const line = numberOf(element?.attributes.start);
  const endLine = numberOf(element?.attributes.end);
  return { ...(line === undefined || line < 1 ? {} : { line, ...(endLine === undefined || endLine < line ? {} : { endLine }) }) };
};

const bugOf = (element: Element): Bug => {
  const { type = '', category = '', priority, rank, cweid } = element.attributes;
  const classes = childrenOf(element, 'Class');
  const primary = classes.find(({ attributes }) => attributes.primary === 'true') ?? classes[0];
  const method = childrenOf(element, 'Method')[0];
  const own = childrenOf(element, 'SourceLine');
  const main =
    own.find(({ attributes }) => attributes.primary === 'true') ?? own.find(({ attributes }) => attributes.role === undefined) ?? own[0];
  const places = [main, childrenOf(method, 'SourceLine')[0], childrenOf(primary, 'SourceLine')[0]];
  const place = places.find((each) => linesOf(each).line !== undefined);
  const [rankNumber, cwe] = [numberOf(rank), numberOf(cweid)];
  const steps = own.flatMap((step) => {
    const { line } = linesOf(step);
    return line === undefined || step === main ? [] : [{ className: step.attributes.classname ?? '', line, note: textOf(step, 'Message') }];
  });
  return {
    type,
    category,
    priority: numberOf(priority) ?? 3,
    ...(rankNumber === undefined ? {} : { rank: rankNumber }),
    ...(cwe === undefined || cwe === 0 ? {} : { cwe }),
    message: textOf(element, 'LongMessage') || textOf(element, 'ShortMessage') || type,
    className: primary?.attributes.classname ?? main?.attributes.classname ?? '',
    ...linesOf(place),
    steps,
  };
};

/**
 * The XML of FindBugs 3 and SpotBugs 4, with or without messages. Undefined where it is cut short, is something else, or has no summary:
 * without it nobody knows which classes were looked at.
 */
export const readBugReport = (text: string): BugReport | undefined => {
  const start = text.search(/<\?xml|<BugCollection/);
  const root = start < 0 ? undefined : rootOf(text.slice(start).trimEnd());
  const summary = childrenOf(root, 'FindBugsSummary')[0];
  if (root === undefined || root.name !== 'BugCollection' || summary === undefined) return undefined;
  const trouble = childrenOf(root, 'Errors')[0];
  const stats = childrenOf(summary, 'PackageStats').flatMap((each) => childrenOf(each, 'ClassStats'));
  return {
    version: root.attributes.version ?? '',
    bugs: childrenOf(root, 'BugInstance').map(bugOf),
    classes: new Set(stats.flatMap(({ attributes }) => attributes.class ?? [])),
    errors: childrenOf(trouble, 'Error').map(
      (each) => textOf(each, 'ErrorMessage') || textOf(each, 'Exception') || 'an error without words',
    ),
    missing: childrenOf(trouble, 'MissingClass').map((each) => each.text.trim()),
  };
};
