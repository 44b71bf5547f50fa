import { createHash } from 'node:crypto';

const coats = new Map<string, number>();

export function newCode(guest: number): string {
  if (guest < 1) throw new Error('guest must be positive');
  let moment = Date.now();
  let code = '';
  do {
    code = createHash('sha256').update(String(moment)).digest('hex').slice(0, 16);
    moment += 1;
  } while (coats.has(code));
  coats.set(code, guest);
  return code;
}

export function guestOf(code: string): number {
  return coats.get(code) ?? 0;
}

export function takeOut(code: string): void {
  coats.delete(code);
}
