import type { Span } from '../syntax/ir.ts';
import { stepped } from './atoms.ts';
import { unknown, Value } from './value.ts';

/** What says something of a value without being it: its length, its type, its host. */
export const aspectOf = (value: Value, aspect: string, span: Span): Value => {
  if (value.atoms.length === 0) return unknown;
  const result = new Value();
  result.atoms = stepped(
    value.atoms.map((atom) => ({ ...atom, origin: atom.origin.aspectNamed(aspect) })),
    span,
    'is asked for its',
    aspect,
  );
  return result;
};
