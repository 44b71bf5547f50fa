/** Bytes of a constant behind its tag, by the tag; text has its own length. */
const sizes: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** Attributes that findbugs' reader of classes refuses. Under another name it passes over them, as over any that it does not know. */
const refused = new Set(['NestMembers', 'NestHost', 'Record', 'PermittedSubclasses']);

const java8 = 52;

/** A replacement for a text of the class; the same text where nothing is to be replaced. */
export type Renaming = (text: string) => string;

/**
 * A class file that a program for Java 8 reads, with its texts renamed. What such a program would look for in newer classes is the same;
 * only their container is newer. Throws where it is no class file.
 */
export const olderClass = (bytes: Uint8Array, rename: Renaming = (text) => text): Uint8Array => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.length < 10 || source.readUInt32BE(0) !== 0xcafebabe) throw new Error('not a class file');
  const head = Buffer.from(source.subarray(0, 10));
  head.writeUInt16BE(0, 4);
  head.writeUInt16BE(java8, 6);
  const parts: Buffer[] = [head];
  let at = 10;
  for (let left = source.readUInt16BE(8) - 1; left > 0; left -= 1) {
    const tag = source.readUInt8(at);
    if (tag === 1) {
      const length = source.readUInt16BE(at + 1);
      // Names are ASCII nearly always; what is not stays as it is, byte for byte.
      const text = source.toString('latin1', at + 3, at + 3 + length);
      const renamed = Buffer.from(refused.has(text) ? `x${text.slice(1)}` : rename(text), 'latin1');
      const size = Buffer.alloc(3);
      size.writeUInt8(1, 0);
      size.writeUInt16BE(renamed.length, 1);
      parts.push(size, renamed);
      at += 3 + length;
    } else {
      const size = sizes[tag];
      if (size === undefined) throw new Error(`a class file with a constant of the unknown kind ${tag}`);
      parts.push(source.subarray(at, at + 1 + size));
      at += 1 + size;
      if (tag === 5 || tag === 6) left -= 1;
    }
  }
  return Buffer.concat([...parts, source.subarray(at)]);
};

/**
 * Puts classes into a package of their own: so two candidates may have classes of one name. `paths` are those of all the candidate's
 * classes, `shop/Cart$Item.class`.
 */
export const intoPackage = (name: string, paths: readonly string[]): Renaming => {
  const own = new Set(paths.map((path) => path.replace(/\.class$/, '')));
  return (text) => {
    if (own.has(text)) return `${name}/${text}`;
    return text.includes(';')
      ? text.replace(/(?<=(?:^|[^\w$/])\[*L|^L)([\w$/]+)(?=[;<])/g, (path: string) => (own.has(path) ? `${name}/${path}` : path))
      : text;
  };
};
