import { randomBytes } from 'node:crypto';

type Pass = { visitor: string; end: number; returned: boolean };

const passes = new Map<string, Pass>();

export function issuePass(visitor: string, now: number): string {
  if (visitor.length < 1) throw new Error('empty name');
  const code = randomBytes(16).toString('hex');
  passes.set(code, { visitor, end: now + 900, returned: false });
  return code;
}

export function visitorOf(passCode: string, now: number): string {
  const entry = passes.get(passCode);
  if (entry === undefined || now >= entry.end) return '';
  return entry.visitor;
}

export function returnPass(passCode: string): void {
  const entry = { ...passes.get(passCode) };
  entry.returned = true;
}
