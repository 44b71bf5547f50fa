/**
 * Words in comments by which code tells well-known tools to look away. `@SuppressWarnings` and the like are not among them:
 * they are part of the program.
 */
const words =
  /nosemgrep|nosem\b|nosec|noqa|NOSONAR|nolint|bearer:disable|lgtm|codeql\[|deepcode ignore|brakeman:ignore|pyre-(?:ignore|fixme|unsafe)|type: ignore|#lint-ignore|eslint-disable|cppcheck-suppress|Flawfinder: ignore|go:build ignore/gi;

/** The code with every such word spoilt, at the same length, so that places stay the same. */
export const withoutSuppressions = (code: string): string => code.replace(words, (word) => `${word[0] ?? ''}_${word.slice(2)}`);
