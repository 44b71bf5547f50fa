import { randomBytes } from 'node:crypto';

const coats = new Map<string, number>();

export function newCode(guest: number): string {
  if (guest < 1) throw new RangeError("a guest's number begins at 1");
  const code = randomBytes(12).toString('hex');
  coats.set(code, guest);
  return code;
}

export function guestOf(code: string): number {
  return coats.get(code) ?? 0;
}

export function takeOut(code: string): void {
  coats.delete(code);
}
