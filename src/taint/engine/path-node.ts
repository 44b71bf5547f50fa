/**
 * Names of libraries as a tree: `subprocess` → `run` → `()`. Only what rules speak of has a node; all else is unknown. `()` is what a call yields,
 * or an instance of a class.
 */

export class PathNode {
  readonly name: string;
  readonly parent: PathNode | undefined;
  private children: Map<string, PathNode> | undefined;
  /** Another node that this is: `sqlite3.connect()` is `sqlite3.Connection()`. */
  alias: PathNode | undefined = undefined;

  constructor(name: string, parent?: PathNode) {
    this.name = name;
    this.parent = parent;
  }

  child(name: string): PathNode | undefined {
    let node = this.children?.get(name);
    for (let steps = 0; node?.alias !== undefined && steps < 8; steps += 1) node = node.alias;
    return node;
  }

  grown(name: string): PathNode {
    const known = this.child(name);
    if (known !== undefined) return known;
    const made = new PathNode(name, this);
    this.children ??= new Map();
    this.children.set(name, made);
    return made;
  }

  /** As rules write it: `sqlite3.Connection().cursor`. */
  get path(): string {
    if (this.parent === undefined || this.parent.name === '') return this.name;
    return this.name === '()' ? `${this.parent.path}()` : `${this.parent.path}.${this.name}`;
  }
}

/** The words of a path as rules write it: `a/b.C#d()` → `b`, `C`, `()`, `d`, `()`. */
export const pathWords = (path: string): readonly string[] => {
  const words: string[] = [];
  for (const piece of path.replaceAll('#', '().').split('.')) {
    let word = piece;
    let calls = 0;
    while (word.endsWith('()')) {
      word = word.slice(0, -2);
      calls += 1;
    }
    if (word !== '') words.push(word);
    for (; calls > 0; calls -= 1) words.push('()');
  }
  return words;
};

export const grow = (root: PathNode, path: string): PathNode => pathWords(path).reduce((node, word) => node.grown(word), root);

export const find = (root: PathNode, path: string): PathNode | undefined => {
  let node: PathNode | undefined = root;
  for (const word of pathWords(path)) node = node?.child(word);
  return node;
};

/** A library's thing that rules do not speak of: it has a name, and nothing below it. */
export const namelessIn = (name: string): PathNode => new PathNode(name, new PathNode('?'));
