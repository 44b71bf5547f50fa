export function auditLine(user: string, action: string): string {
  return `user=${JSON.stringify(user)} action=${JSON.stringify(action)}`;
}

export function usersOf(log: string): string[] {
  return log.split('\n').map((line) => JSON.parse(/^user=("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? '""'));
}
