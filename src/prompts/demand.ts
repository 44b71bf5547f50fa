import type { Language } from '../core/index.ts';

export const demandKinds = ['route', 'field', 'header', 'status', 'file', 'text', 'code', 'size'] as const;

/**
 * Something that a task's tests rely on and that a solution can't guess:
 * `route` a part of a path (`/entries`), `field` a key of JSON, a form or a query, `header` a field of HTTP, `status` of HTTP, `file` a path
 * below `/work`, `text` an answer word for word, `code` a negative result such as -1, `size` a length that input reaches.
 */
export type Demand = {
  readonly kind: (typeof demandKinds)[number];
  readonly literal: string;
  /** Only in these languages; in all where absent. */
  readonly only?: readonly Language[];
  /** Line of tests.ts, counted from 1. */
  readonly line: number;
};
