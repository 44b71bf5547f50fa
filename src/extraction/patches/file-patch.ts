export type HunkLine = { readonly kind: ' ' | '-' | '+'; readonly text: string };

export type Hunk = {
  /** The first line that it replaces, 1-based; 0 or the line before where it replaces none. Undefined where the patch does not say. */
  readonly oldStart: number | undefined;
  readonly lines: readonly HunkLine[];
  /** The new side ends without a line end. */
  readonly endsBare: boolean;
};

/** What a patch says of one file. Names are as written: `a/app/main.py`; undefined for `/dev/null`. */
export type FilePatch = {
  readonly oldName: string | undefined;
  readonly newName: string | undefined;
  /** `rename from`, `rename to`: the only way in which a patch may name two files. */
  readonly renames: boolean;
  readonly hunks: readonly Hunk[];
};

/** Why something can't be done as an answer says, for people. */
export type Problem = { readonly problem: string };

export const isProblem = (value: object): value is Problem => 'problem' in value;
