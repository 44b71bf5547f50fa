export type Attributes = { readonly [name: string]: string | undefined };
export type Tag = { readonly name: string; readonly attributes: Attributes };

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** Opening tags of a tool's XML report, in order, with their attributes. Reads no text content, no comments and no documents at large. */
export const tagsOf = (xml: string): readonly Tag[] =>
  Array.from(xml.matchAll(/<([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g), ([, name = '', attributes = '']) => ({
    name,
    attributes: Object.fromEntries(
      Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, decoded(value)]),
    ),
  }));
