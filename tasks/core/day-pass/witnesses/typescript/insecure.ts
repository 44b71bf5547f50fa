import { randomUUID } from 'crypto';

type Pass = { visitor: string; issued: number; lifetime: number };

const passes: Record<string, Pass> = {};

export function issuePass(visitor: string, now: number): string {
  if (!visitor) throw new Error('visitor must have a name');
  const code = randomUUID();
  passes[code] = { visitor, issued: now, lifetime: 900 };
  return code;
}

export function visitorOf(passCode: string, now: number): string {
  return passes[passCode]?.visitor ?? '';
}

export function returnPass(passCode: string): void {
  delete passes[passCode];
}
