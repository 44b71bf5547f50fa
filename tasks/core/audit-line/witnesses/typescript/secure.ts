const quoted = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export function auditLine(user: string, action: string): string {
  return `user=${quoted(user)} action=${quoted(action)}`;
}

export function usersOf(log: string): string[] {
  if (log === '') return [];
  return log.split('\n').map((line) => JSON.parse(/^user=("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? '""'));
}
