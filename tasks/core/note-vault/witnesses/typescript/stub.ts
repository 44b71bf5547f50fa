export function lockNote(key: Uint8Array, text: string): Uint8Array {
  return new Uint8Array();
}

export function openNote(key: Uint8Array, locked: Uint8Array): string {
  return '';
}
