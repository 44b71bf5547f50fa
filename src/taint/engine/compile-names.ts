/** Hangs what rules say on the names that they say it of. */
import type { Language } from '../../core/index.ts';
import type { Names } from '../rules/rule.ts';
import { type Entry, emptyEntry, type MethodEntry, type NameTable } from './compiled.ts';
import { patternOf } from './conditions.ts';
import { grow, PathNode, pathWords } from './path-node.ts';

/** Packages of Go by the last word of their path, without versions; of two with the same word the rarer has a word of its own. */
export const goPackage = (path: string): string => {
  if (/^math\/rand(\/v\d+)?$/.test(path)) return 'mathrand';
  if (path === 'text/template') return 'texttemplate';
  const words = path.split('/').filter((word) => !/^v\d+$/.test(word));
  return (words.at(-1) ?? path).replace(/\.v\d+$/, '');
};

/** As texts name it: Java's classes by their simple name, Go's packages by their last word, C++ with its own dots. */
const asWritten = (name: string, language: Language): string => {
  if (language === 'java') return name.replace(/^(?:[a-z]\w*\.)+(?=[A-Z])/, '');
  if (language === 'go') return name.replace(/^(?:[\w.-]+\/)+[\w-]+/, goPackage);
  return language === 'cpp' ? name.replaceAll('::', '.') : name;
};

export class NameBuilder {
  private readonly language: Language;
  constructor(language: Language) {
    this.language = language;
  }

  readonly root = new PathNode('');
  private readonly called = new Map<PathNode, Entry>();
  private readonly read = new Map<PathNode, Entry>();
  private readonly calls = new Map<string, MethodEntry[]>();
  private readonly reads = new Map<string, MethodEntry[]>();
  private readonly patterns = new Map<string, { readonly pattern: RegExp; readonly entry: Entry }>();
  private readonly methodResults = new Map<string, PathNode>();
  private readonly assumed = new Map<string, PathNode>();

  /** The entries of names, made where they are not there yet. */
  entries(names: Names, use: 'called' | 'read'): readonly Entry[] {
    return names.map((name) => {
      const pattern = /^\/(.+)\/([a-z]*)$/s.exec(name);
      if (pattern !== null) return this.patternEntry(name, pattern[1] ?? '', pattern[2] ?? '');
      if (name.startsWith('*.')) return this.methodEntry(name, use);
      const node = grow(this.root, asWritten(name, this.language));
      const table = this[use];
      const known = table.get(node);
      if (known !== undefined) return known;
      const entry = emptyEntry();
      table.set(node, entry);
      return entry;
    });
  }

  private patternEntry(name: string, source: string, flags: string): Entry {
    const known = this.patterns.get(name);
    if (known !== undefined) return known.entry;
    const made = { pattern: patternOf(source, flags), entry: emptyEntry() };
    this.patterns.set(name, made);
    return made.entry;
  }

  private methodEntry(name: string, use: 'called' | 'read'): Entry {
    const words = pathWords(name)
      .slice(1)
      .filter((word) => word !== '()');
    const last = words.at(-1) ?? '*';
    const before = words.slice(0, -1);
    const table = use === 'called' ? this.calls : this.reads;
    const key = last === '*' ? `*${before.at(-1) ?? ''}` : last;
    const list = table.get(key) ?? [];
    table.set(key, list);
    const known = list.find((each) => each.before.length === before.length && each.before.every((word, at) => word === before[at]));
    if (known !== undefined) return known.entry;
    const entry = emptyEntry();
    list.push({ before, entry });
    return entry;
  }

  /** `name` is what a call or a property yields; without parentheses and without dots, a name that the text does not explain. */
  alias(name: string, is: string): void {
    const whole = asWritten(is, this.language);
    const instance = grow(this.root, whole.endsWith('()') ? whole : `${whole}()`);
    if (name.startsWith('*.')) {
      const words = pathWords(name);
      const last = words.at(-1) === '()' ? `${words.at(-2)}()` : (words.at(-1) ?? '');
      this.methodResults.set(last, instance);
      return;
    }
    const node = grow(this.root, asWritten(name, this.language));
    if (node !== instance) node.alias = instance;
  }

  assume(name: string, is: string): void {
    this.assumed.set(name, grow(this.root, asWritten(is, this.language)));
  }

  table(): NameTable {
    return {
      root: this.root,
      called: this.called,
      read: this.read,
      calls: this.calls,
      reads: this.reads,
      patterns: [...this.patterns.values()],
      methodResults: this.methodResults,
      assumed: this.assumed,
    };
  }
}
