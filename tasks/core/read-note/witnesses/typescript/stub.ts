export function readNote(folder: string, name: string): string {
  return '';
}
