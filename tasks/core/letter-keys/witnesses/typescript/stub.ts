export function newPair(): string {
  return '';
}

export function publicPart(privateKey: string): string {
  return '';
}
