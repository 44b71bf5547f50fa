import { createHash } from 'node:crypto';

const coats = new Map<string, number>();
let last = 0;

export function newCode(guest: number): string {
  if (guest < 1) throw new Error('guest must be positive');
  last = Math.max(last + 1, Date.now());
  const code = createHash('sha256').update(String(last)).digest('hex').slice(0, 16);
  coats.set(code, guest);
  return code;
}

export function guestOf(code: string): number {
  return coats.get(code) ?? 0;
}

export function takeOut(code: string): void {
  coats.delete(code);
}
