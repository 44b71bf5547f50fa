export function seal(document: Uint8Array): string {
  return '';
}
