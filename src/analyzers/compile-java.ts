import type { UnknownReason } from '../core/index.ts';
import type { SourceFile } from './analyzer.ts';

/** What became of one file: its classes by their path (`shop/Cart.class`), or why there are none. */
export type CompiledJava =
  | { readonly ok: true; readonly classes: Readonly<Record<string, Uint8Array>> }
  | { readonly ok: false; readonly reason: UnknownReason; readonly detail: string };

/**
 * Compiles Java files, each by itself, with line numbers. It happens inside the sandbox: a compiler must not run over a candidate's code on
 * this machine. One answer for each file, in order; throws where the sandbox as a whole fails.
 */
export type CompileJava = (files: readonly SourceFile[], signal?: AbortSignal) => Promise<readonly CompiledJava[]>;
