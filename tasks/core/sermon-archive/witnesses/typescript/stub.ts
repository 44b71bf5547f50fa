export function sermonLines(folder: string, pattern: string): string {
  return 'Nothing was found.';
}
