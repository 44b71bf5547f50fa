export function issuePass(visitor: string, now: number): string {
  return '';
}

export function visitorOf(passCode: string, now: number): string {
  return 'visitor';
}

export function returnPass(passCode: string): void {}
