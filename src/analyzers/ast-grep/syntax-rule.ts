import type { CweId, Language, NonEmpty, Severity } from '../../core/index.ts';

/** How far a relation looks: to the end of the tree, or to the first node that matches. Absent: one step. */
type Relation = Matcher & { readonly stopBy?: 'end' | Matcher; readonly field?: string };

/** The part of ast-grep's rule language that Fathom's rules use. */
export type Matcher = {
  readonly pattern?: string | { readonly context: string; readonly selector: string };
  readonly kind?: string;
  readonly regex?: string;
  readonly any?: readonly Matcher[];
  readonly all?: readonly Matcher[];
  readonly not?: Matcher;
  readonly has?: Relation;
  readonly inside?: Relation;
  readonly follows?: Relation;
  readonly precedes?: Relation;
};

/** One rule of Fathom's own on syntax trees, with code that it must flag and code that it must let pass. */
export type SyntaxRule = {
  readonly id: string;
  readonly languages: NonEmpty<Language>;
  /** The most exact weakness first. */
  readonly cwe: NonEmpty<CweId>;
  readonly severity: Severity;
  readonly message: string;
  /** Found in every text with a match. Tested first, since walking a tree is a thousand times slower than reading its text. */
  readonly words: RegExp;
  readonly match: Matcher;
  /** What the pattern's `$NAME`s must be. */
  readonly where?: Readonly<Record<string, Matcher>>;
  readonly flags: NonEmpty<string>;
  readonly passes: NonEmpty<string>;
};

/** Names of what must not be guessed; for regexes of ast-grep, which are Rust's. */
export const secretName = '(?i)(token|secret|passw|pwd|otp|nonce|salt|session|csrf|apikey|api_key|credential|reset_?(code|link)|invite)';

/** Names whose text value in the source is a credential; names of fields, columns and messages about one are not. */
export const credentialName =
  '(?i)^(.*[_.]|[a-z]+)?(password|passwd|pwd|passphrase|secret|secret_?key|api_?key|auth_?token|access_?token|private_?key)$';

/** Values that are no credential although their name says so: empty, a placeholder, the name of a field. */
export const placeholder =
  '(?i)(^.?.?$|^.?["\'`]?\\s*["\'`]?$|change_?me|your[_-]|example|placeholder|<.*>|\\$\\{|%s|\\{\\}|^["\'`](password|passwd|pwd|secret|token|api_?key)["\'`]$|required|invalid|must|\\s)';
