/**
 * Reads a syntax tree straight from the parser's memory: ten times faster than asking for each node, which would cost as much as
 * parsing. The layout is that of tree-sitter 0.26 on 32-bit WebAssembly; `trees.ts` compares it with the parser's own answers when
 * a grammar is loaded, and asks node by node where they differ.
 */
import { PlainNode } from './plain-node.ts';

/** Views on the parser's memory; replaced when it grows, so read them anew for each tree. */
export type Memory = { readonly HEAPU8: Uint8Array; readonly HEAPU16: Uint16Array; readonly HEAPU32: Uint32Array };

/** What a grammar says of its symbols and productions. */
export type GrammarTables = {
  /** Symbol to name; hidden symbols have none. */
  readonly types: readonly (string | null | undefined)[];
  readonly named: readonly boolean[];
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
    const start = this.#position;
    const end = start + this.#word(heap + 16);
    const children: PlainNode[] = [];
    this.#children(heap, { out: children, field: undefined, previous: previous?.children, depth: 1 });
    const symbol = this.#half(heap + 40);
    const type = symbol === errorSymbol ? 'ERROR' : (this.#tables.types[this.#tables.publicSymbols[symbol] ?? 0] ?? 'ERROR');
    const facts = { id: heap, type, field: undefined, startIndex: this.#unit(start), endIndex: this.#unit(end) };
    return new PlainNode({ ...facts, isNamed: true, isMissing: false }, children);
  }

  /** Appends the visible children of the node at `heap`, those of hidden ones in their place. `#position` is where it starts. */
  #children(heap: number, into: Into): void {
    const count = this.#word(heap + 36);
    const production = this.#half(heap + 66);
    const fields = this.#tables.fields[production];
    const aliases = production > 0 ? production * this.#tables.aliasLength : -1;
    let slot = heap - count * 8;
    let structural = 0;
    for (let index = 0; index < count; index += 1, slot += 8) {
      const first = this.#word(slot);
      // The lowest bit tells a small leaf, packed into the slot itself, from a pointer.
      const isPacked = (first & 1) === 1;
      const second = isPacked ? this.#word(slot + 4) : 0;
      const flags = isPacked ? first >> 1 : this.#half(first + 44);
      const padding = isPacked ? (second >>> 16) & 255 : this.#word(first + 4);
      const size = isPacked ? second >>> 24 : this.#word(first + 16);
      const start = index === 0 ? this.#position : this.#position + padding;
      const isExtra = (flags & 4) !== 0;
      let alias = 0;
      let field = isExtra ? undefined : into.field;
      if (!isExtra) {
        if (aliases >= 0) alias = this.#tables.aliases[aliases + structural] ?? 0;
        field = fields?.[structural] ?? field;
        structural += 1;
      }
      this.#position = start;
      const isVisible = (flags & 1) !== 0 || alias !== 0;
      if (isVisible) {
        const symbol = alias !== 0 ? alias : isPacked ? (first >>> 8) & 255 : this.#half(first + 40);
        this.#visible({ address: isPacked ? slot : first, isPacked, flags, symbol, isAlias: alias !== 0, start, size, field }, into);
      } else if (!isPacked && this.#word(first + 36) > 0) this.#hidden(first, { ...into, field });
      this.#position = start + size;
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
    const facts = { id: heap, type: 'ERROR', field: undefined, isNamed: true, isMissing: false };
    const start = this.#position;
    return new PlainNode({ ...facts, startIndex: this.#unit(start), endIndex: this.#unit(start + this.#word(heap + 16)) }, undefined);
  }

  #visible(
    node: {
      readonly address: number;
      readonly isPacked: boolean;
      readonly flags: number;
      readonly symbol: number;
      readonly isAlias: boolean;
      readonly start: number;
      readonly size: number;
      readonly field: string | undefined;
    },
    into: Into,
  ): void {
    const { address, isPacked, flags } = node;
    const { types, named, publicSymbols } = this.#tables;
    const symbol = node.symbol === errorSymbol ? errorSymbol : (publicSymbols[node.symbol] ?? 0);
    const type = symbol === errorSymbol ? 'ERROR' : (types[symbol] ?? 'ERROR');
    const startIndex = this.#unit(node.start);
    const endIndex = this.#unit(node.start + node.size);
    const before = into.previous?.[into.out.length];
    if (
      before !== undefined &&
      before.id === address &&
      before.startIndex === startIndex &&
      before.endIndex === endIndex &&
      endIndex <= this.#unchanged &&
      before.field === node.field &&
      before.type === type &&
      !isPacked
    ) {
      into.out.push(before);
      return;
    }
    let children: PlainNode[] | undefined;
    if (!isPacked && this.#word(address + 36) > 0) {
      if (into.depth >= deepestNode || this.#calls >= deepestCall) {
        into.out.push(this.#tooDeep(address));
        return;
      }
      children = [];
      const previous = before?.type === type ? before.children : undefined;
      this.#descend(address, { out: children, field: undefined, previous, depth: into.depth + 1 });
    }
    const isNamed = node.isAlias ? (named[symbol] ?? false) : (flags & 2) !== 0;
    const isMissing = (flags & (isPacked ? 16 : 512)) !== 0;
    into.out.push(new PlainNode({ id: address, type, field: node.field, startIndex, endIndex, isNamed, isMissing }, children));
  }
}

/**
 * The tree at an address, as plain nodes. Of `previous` (an earlier version, still in memory) those nodes are used again that end
 * within its first `unchanged` units.
 */
export const readTree = (
  memory: Memory,
  tables: GrammarTables,
  tree: { readonly address: number; readonly placement: Placement; readonly previous?: PreviousRoot },
): PlainNode => {
  const reader = new TreeReader(memory, tables, tree.placement, tree.previous?.unchanged ?? 0);
  return reader.root(tree.address, tree.previous?.root);
};
