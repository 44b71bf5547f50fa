const coats = new Map<string, number>();

export function newCode(guest: number): string {
  if (guest < 1) throw new Error('invalid guest number');
  let code = '';
  while (code === '' || coats.has(code)) {
    code = Math.floor(Math.random() * 1_000_000).toString().padStart(6, '0');
  }
  coats.set(code, guest);
  return code;
}

export function guestOf(code: string): number {
  return coats.get(code) ?? 0;
}

export function takeOut(code: string): void {
  coats.delete(code);
}
