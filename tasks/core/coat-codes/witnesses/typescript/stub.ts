export function newCode(guest: number): string {
  return '';
}

export function guestOf(code: string): number {
  return 1;
}

export function takeOut(code: string): void {}
