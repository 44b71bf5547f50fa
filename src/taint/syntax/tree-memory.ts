/**
 * Reads a syntax tree straight from the parser's memory: ten times faster than asking for each node, which would cost as much as
 * parsing. The layout is that of tree-sitter 0.26 on 32-bit WebAssembly; `trees.ts` compares it with the parser's own answers when
 * a grammar is loaded, and asks node by node where they differ.
 */
import { missingMark, namedMark, PlainNode, punctuation } from './plain-node.ts';

/** Views on the parser's memory; replaced when it grows, so read them anew for each tree. */
export type Memory = { readonly HEAPU8: Uint8Array; readonly HEAPU16: Uint16Array; readonly HEAPU32: Uint32Array };

/** What a grammar says of its symbols and productions. */
export type GrammarTables = {
  /** Symbol to name; hidden symbols have none. */
  readonly types: readonly (string | null | undefined)[];
  readonly named: readonly boolean[];
  /** 1 for tokens that no tree shows. */
  readonly skipped: Uint8Array;
  readonly publicSymbols: Uint16Array;
  /** `aliasLength` symbols for each production; 0 where a child keeps its own. */
  readonly aliases: Uint16Array;
  readonly aliasLength: number;
  /** For each production the field of each child. */
  readonly fields: readonly (readonly (string | undefined)[] | undefined)[];
};

/** Deeper nodes become errors without children: nobody writes them, and recursion must end. */
const deepestNode = 400;
const deepestCall = 1_200;
const errorSymbol = 65_535;

const readFields = (memory: Memory, language: number, names: readonly (string | null)[]): GrammarTables['fields'] => {
  const word = (offset: number): number => memory.HEAPU32[(language + offset) >> 2] ?? 0;
  const half = (address: number): number => memory.HEAPU16[address >> 1] ?? 0;
  const byte = (address: number): number => memory.HEAPU8[address] ?? 0;
  return Array.from({ length: word(28) }, (_, production) => {
    const slice = word(64) + production * 4;
    const fields: (string | undefined)[] = [];
    for (let entry = half(slice), left = half(slice + 2); left > 0; entry += 1, left -= 1) {
      const address = word(68) + entry * 4;
      const isInherited = byte(address + 3) !== 0;
      const child = byte(address + 2);
      if (!isInherited && fields[child] === undefined) fields[child] = names[half(address)] ?? undefined;
    }
    return fields.length === 0 ? undefined : fields;
  });
};

/** Throws where the table of symbols does not fit the names. */
export const readTables = (
  memory: Memory,
  language: number,
  names: { readonly types: GrammarTables['types']; readonly named: readonly boolean[]; readonly fields: readonly (string | null)[] },
): GrammarTables => {
  const word = (offset: number): number => memory.HEAPU32[(language + offset) >> 2] ?? 0;
  const symbols = word(4) + word(8);
  if (names.types.length !== symbols && names.types.length !== word(4)) throw new Error(`${symbols} symbols, ${names.types.length} names`);
  const aliasLength = memory.HEAPU16[(language + 36) >> 1] ?? 0;
  const at = (address: number, length: number): Uint16Array => memory.HEAPU16.slice(address >> 1, (address >> 1) + length);
  return {
    types: names.types,
    named: names.named,
    skipped: Uint8Array.from(names.types, (type, symbol) => (!names.named[symbol] && punctuation.has(type ?? '') ? 1 : 0)),
    publicSymbols: at(word(76), names.types.length),
    aliases: at(word(84), word(28) * aliasLength),
    aliasLength,
    fields: readFields(memory, language, names.fields),
  };
};

export type Placement = {
  /** UTF-16 units of text before the source proper. */
  readonly before: number;
  /** Of the source: nodes end there at the latest. */
  readonly length: number;
};

export type PreviousRoot = { readonly root: PlainNode; readonly unchanged: number };

type Into = {
  readonly out: PlainNode[];
  readonly field: string | undefined;
  /** The children of the same node in the earlier version. */
  readonly previous: readonly PlainNode[] | undefined;
  readonly depth: number;
};

class TreeReader {
  readonly #bytes: Uint16Array;
  readonly #words: Uint32Array;
  readonly #tables: GrammarTables;
  readonly #placement: Placement;
  readonly #unchanged: number;
  /** Where the next child starts, in bytes (two for each unit). */
  #position = 0;
  #calls = 0;

  constructor(memory: Memory, tables: GrammarTables, placement: Placement, unchanged: number) {
    this.#bytes = memory.HEAPU16;
    this.#words = memory.HEAPU32;
    this.#tables = tables;
    this.#placement = placement;
    this.#unchanged = unchanged;
  }

  #word(address: number): number {
    return this.#words[address >> 2] ?? 0;
  }

  #half(address: number): number {
    return this.#bytes[address >> 1] ?? 0;
  }

  #unit(position: number): number {
    const unit = (position >> 1) - this.#placement.before;
    return unit < 0 ? 0 : unit > this.#placement.length ? this.#placement.length : unit;
  }

  root(tree: number, previous: PlainNode | undefined): PlainNode {
    const heap = this.#word(tree);
    this.#position = this.#word(heap + 4);
    const start = this.#unit(this.#position);
    const end = this.#unit(this.#position + this.#word(heap + 16));
    const children: PlainNode[] = [];
    this.#children(heap, { out: children, field: undefined, previous: previous?.children, depth: 1 });
    return new PlainNode(heap, this.#type(this.#half(heap + 40)), undefined, start, end, namedMark, children);
  }

  #type(symbol: number): string {
    return symbol === errorSymbol ? 'ERROR' : (this.#tables.types[this.#tables.publicSymbols[symbol] ?? 0] ?? 'ERROR');
  }

  /** Appends the visible children of the node at `heap`, those of hidden ones in their place. `#position` is where it starts. */
  #children(heap: number, into: Into): void {
    const count = this.#word(heap + 36);
    const production = this.#half(heap + 66);
    const fields = this.#tables.fields[production];
    const aliases = production > 0 ? production * this.#tables.aliasLength : -1;
    let structural = 0;
    for (let index = 0, slot = heap - count * 8; index < count; index += 1, slot += 8) {
      const first = this.#word(slot);
      // The lowest bit tells a small leaf, packed into the slot itself, from a pointer.
      const isPacked = (first & 1) === 1;
      const second = isPacked ? this.#word(slot + 4) : 0;
      const flags = isPacked ? first >> 1 : this.#half(first + 44);
      if (index > 0) this.#position += isPacked ? (second >>> 16) & 255 : this.#word(first + 4);
      const end = this.#position + (isPacked ? second >>> 24 : this.#word(first + 16));
      let alias = 0;
      let field: string | undefined;
      // Comments and errors may stand anywhere, and do not count among the children of a production.
      if ((flags & 4) === 0) {
        if (aliases >= 0) alias = this.#tables.aliases[aliases + structural] ?? 0;
        field = fields?.[structural] ?? into.field;
        structural += 1;
      }
      if ((flags & 1) !== 0 || alias !== 0) this.#visible(slot, alias, field, into);
      else if (!isPacked && this.#word(first + 36) > 0) this.#hidden(first, field === into.field ? into : { ...into, field });
      this.#position = end;
    }
  }

  #hidden(heap: number, into: Into): void {
    if (this.#calls < deepestCall) this.#descend(heap, into);
    else into.out.push(this.#tooDeep(heap));
  }

  #descend(heap: number, into: Into): void {
    this.#calls += 1;
    this.#children(heap, into);
    this.#calls -= 1;
  }

  #tooDeep(heap: number): PlainNode {
    const start = this.#position;
    const end = this.#unit(start + this.#word(heap + 16));
    return new PlainNode(heap, 'ERROR', undefined, this.#unit(start), end, namedMark, undefined);
  }

  #visible(slot: number, alias: number, field: string | undefined, into: Into): void {
    const first = this.#word(slot);
    if ((first & 1) === 1) {
      this.#leaf(slot, alias, field, into);
      return;
    }
    const type = this.#type(alias !== 0 ? alias : this.#half(first + 40));
    const start = this.#unit(this.#position);
    const end = this.#unit(this.#position + this.#word(first + 16));
    const before = into.previous?.[into.out.length];
    if (before?.id === first && end <= this.#unchanged && isSame(before, { type, field, start, end })) {
      into.out.push(before);
      return;
    }
    let children: PlainNode[] | undefined;
    if (this.#word(first + 36) > 0) {
      if (into.depth >= deepestNode || this.#calls >= deepestCall) {
        into.out.push(this.#tooDeep(first));
        return;
      }
      children = [];
      const previous = before?.type === type ? before.children : undefined;
      this.#descend(first, { out: children, field: undefined, previous, depth: into.depth + 1 });
    }
    const flags = this.#half(first + 44);
    const isNamed = alias !== 0 ? this.#isNamed(alias) : (flags & 2) !== 0;
    const marks = (isNamed ? namedMark : 0) | ((flags & 512) !== 0 ? missingMark : 0);
    if (marks !== 0 || !punctuation.has(type))
      into.out.push(this.#known(new PlainNode(first, type, field, start, end, marks, children), before));
  }

  /** The parser reads some parts again without need; a node that came out the same is the one from before. */
  #known(node: PlainNode, before: PlainNode | undefined): PlainNode {
    if (before === undefined || node.endIndex > this.#unchanged || node.children.length !== before.children.length) return node;
    const { type, field, startIndex: start, endIndex: end } = node;
    if (!isSame(before, { type, field, start, end }) || node.isNamed !== before.isNamed || node.isMissing !== before.isMissing) return node;
    return node.children.every((child, index) => child === before.children[index]) ? before.movedTo(node.id) : node;
  }

  #leaf(slot: number, alias: number, field: string | undefined, into: Into): void {
    const first = this.#word(slot);
    const symbol = this.#tables.publicSymbols[alias !== 0 ? alias : (first >>> 8) & 255] ?? 0;
    const isMissing = (first & 32) !== 0;
    if (!isMissing && this.#tables.skipped[symbol] === 1) return;
    const isNamed = alias !== 0 ? this.#isNamed(alias) : (first & 4) !== 0;
    const start = this.#unit(this.#position);
    const end = this.#unit(this.#position + (this.#word(slot + 4) >>> 24));
    const marks = (isNamed ? namedMark : 0) | (isMissing ? missingMark : 0);
    const node = new PlainNode(slot, this.#tables.types[symbol] ?? 'ERROR', field, start, end, marks, undefined);
    into.out.push(this.#known(node, into.previous?.[into.out.length]));
  }

  #isNamed(symbol: number): boolean {
    return this.#tables.named[this.#tables.publicSymbols[symbol] ?? 0] ?? false;
  }
}

const isSame = (
  node: PlainNode,
  other: { readonly type: string; readonly field: string | undefined; readonly start: number; readonly end: number },
): boolean => node.startIndex === other.start && node.endIndex === other.end && node.field === other.field && node.type === other.type;

/**
 * The tree at an address. Of `previous`, an earlier version still in memory, the same nodes are used that end within `unchanged` units.
 */
export const readTree = (
  memory: Memory,
  tables: GrammarTables,
  tree: { readonly address: number; readonly placement: Placement; readonly previous?: PreviousRoot },
): PlainNode => {
  const reader = new TreeReader(memory, tables, tree.placement, tree.previous?.unchanged ?? 0);
  return reader.root(tree.address, tree.previous?.root);
};
