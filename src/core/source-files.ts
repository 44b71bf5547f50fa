/** Text files by their path below the root of a repository: `app/main.py`. In the order of their paths. */
export type SourceFiles = Readonly<Record<string, string>>;

/** Existing code that a task asks to change. */
export type Repository = {
  readonly files: SourceFiles;
  /** Path of the module that holds what the tests talk to. */
  readonly entry: string;
};

/** The file at a path; undefined where there is none. A path is the model's word, so `constructor` may be one. */
export const fileAt = (files: SourceFiles, path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined);
