import { createHash } from 'node:crypto';

const coats = new Map<string, number>();
let count = 0;

export function newCode(guest: number): string {
  if (guest < 1) throw new Error('guest must be positive');
  const code = createHash('sha1').update(`${guest}:${++count}`).digest('hex').slice(0, 20);
  coats.set(code, guest);
  return code;
}

export function guestOf(code: string): number {
  return coats.get(code) ?? 0;
}

export function takeOut(code: string): void {
  coats.delete(code);
}
