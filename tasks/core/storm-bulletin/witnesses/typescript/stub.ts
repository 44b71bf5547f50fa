export function writeBulletin(key: Uint8Array, method: string, text: string): string {
  return '';
}

export function readBulletin(key: Uint8Array, bulletin: string): string {
  return '';
}
