import { randomBytes } from 'node:crypto';

interface Entry {
  readonly visitor: string;
  readonly end: number;
}

const lifetime = 900;
const passes = new Map<string, Entry>();

export function issuePass(visitor: string, now: number): string {
  if (visitor === '') {
    throw new Error('a visitor needs a name');
  }
  const code = randomBytes(18).toString('base64url');
  passes.set(code, { visitor, end: now + lifetime });
  return code;
}

export function visitorOf(passCode: string, now: number): string {
  const entry = passes.get(passCode);
  return entry !== undefined && now < entry.end ? entry.visitor : '';
}

export function returnPass(passCode: string): void {
  passes.delete(passCode);
}
