/**
 * A mistake that the user can mend: what happened, with which value, where, and what to do next.
 * The command line prints its message without a stack trace and exits with code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Stable, kebab-case, for scripts and searches: `analyzer-missing`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The text of anything that was thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
