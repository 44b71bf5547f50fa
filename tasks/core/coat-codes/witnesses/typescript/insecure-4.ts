import { createHmac } from 'node:crypto';

const coats = new Map<string, number>();

export function newCode(guest: number): string {
  if (guest < 1) throw new Error('guest must be at least 1');
  for (let coat = 1; ; coat += 1) {
    const code = createHmac('sha256', 'cloakroom').update(`${guest}/${coat}`).digest('hex').slice(0, 16);
    if (!coats.has(code)) {
      coats.set(code, guest);
      return code;
    }
  }
}

export function guestOf(code: string): number {
  return coats.get(code) ?? 0;
}

export function takeOut(code: string): void {
  coats.delete(code);
}
