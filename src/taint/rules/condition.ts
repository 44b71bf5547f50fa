import type { JsonValue } from '../../core/index.ts';
import type { Kind } from './kind.ts';

/**
 * What must be true of a call's arguments (or of `result`, the value at another sink). `at` is a `Place`; an argument that is not there is `absent`.
 * Where a place names several values, one that passes is enough.
 */
export type Condition =
  | { readonly at: string; readonly is: Test }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * What is known of a value. Constants are followed through variables, fields and defaults of parameters; a value that may be one of several
 * constants passes if one of them does.
 *
 * `text` matches what is known of a text, where every part that is not known is `◇`, and `◆` if it still carries the sink's kind:
 * `^https?://[^/]*◆` is a host that input chooses, `<[^>]*=["'][^"']*◆` an attribute. A constant is its own text; a value of which nothing is known is `◆` or `◇`.
 */
export type Test =
  | 'absent'
  | 'present'
  /** A literal, or made of literals alone. */
  | 'constant'
  | 'not-constant'
  /** Put together of constant and other parts. */
  | 'built'
  | 'list'
  | 'map'
  | 'string'
  | 'number'
  | 'function'
  /**
   * Of a list of a program's arguments (or of all arguments of the call, where the value is no list): one that carries the kind may be taken for
   * an option. Nothing stands before it in its text, no `--` stands before it, and it is not the value of an option such as `-e`.
   */
  | 'option'
  /** Equal to this, or to one of these. */
  | { readonly equals: JsonValue }
  | { readonly text: string; readonly flags?: string }
  /** A number below, or at least. */
  | { readonly below: number }
  | { readonly atLeast: number }
  /** Imported as, or made by: `ssl.CERT_NONE`, `ssl.create_default_context()`. */
  | { readonly path: readonly string[] }
  /** The words of the expression itself: variable, property or called function, whatever its value. */
  | { readonly named: string }
  /** Its type as declared or known. */
  | { readonly typed: string }
  | { readonly carries: Kind }
  | { readonly marked: string }
  /** An element of a list, a part of `a | b`, an entry of a map passes. */
  | { readonly contains: Test }
  /** The field of a map, object or dictionary: `absent` where the literal is known and has none. */
  | { readonly field: string; readonly is: Test }
  /** A text of so many characters, a list of so many elements. */
  | { readonly shorterThan: number }
  | { readonly not: Test }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] };
