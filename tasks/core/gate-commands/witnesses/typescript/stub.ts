export function makeCommand(key: Uint8Array, serial: number, action: string): string {
  return '';
}

export function obeyCommand(key: Uint8Array, command: string): string {
  return '';
}
