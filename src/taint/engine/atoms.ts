/** What of which origin is in a value. */
import type { Span } from '../syntax/ir.ts';
import type { Atom, Value } from './value.ts';

const maximalAtoms = 12;

/** Of both; of what is in both, the kinds of both. */
export const joinAtoms = (a: readonly Atom[], b: readonly Atom[]): readonly Atom[] => {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let joined: Atom[] | undefined;
  for (const atom of b) {
    const list = joined ?? a;
    const at = list.findIndex(({ origin }) => origin === atom.origin);
    const known = list[at];
    if (known === undefined) {
      if (list.length >= maximalAtoms) continue;
      joined ??= [...a];
      joined.push(atom);
    } else if ((known.mask | atom.mask) !== known.mask) {
      joined ??= [...a];
      joined[at] = { ...known, mask: known.mask | atom.mask };
    }
  }
  return joined ?? a;
};

/** Everything that is in a value, in its fields and elements too. */
export const deepAtoms = (value: Value, depth = 3): readonly Atom[] => {
  let atoms = value.atoms;
  if (depth === 0) return atoms;
  if (value.element !== undefined) atoms = joinAtoms(atoms, deepAtoms(value.element, depth - 1));
  if (value.fields !== undefined) for (const field of value.fields.values()) atoms = joinAtoms(atoms, deepAtoms(field, depth - 1));
  return atoms;
};

/** Without the kinds of `mask`; atoms that can do nothing any more are dropped. */
export const withoutKinds = (atoms: readonly Atom[], mask: number): readonly Atom[] => {
  if (!atoms.some((atom) => (atom.mask & mask) !== 0)) return atoms;
  const left: Atom[] = [];
  for (const atom of atoms)
    if ((atom.mask & ~mask) !== 0) left.push((atom.mask & mask) === 0 ? atom : { ...atom, mask: atom.mask & ~mask });
  return left;
};

/** One step further. */
export const stepped = (atoms: readonly Atom[], span: Span, note: string, what: string): readonly Atom[] =>
  atoms.length === 0
    ? atoms
    : atoms.map((atom) => ({
        origin: atom.origin,
        mask: atom.mask,
        trace: atom.trace.span === span ? atom.trace : { span, note, what, previous: atom.trace },
      }));
