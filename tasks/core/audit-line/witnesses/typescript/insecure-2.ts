const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

export function auditLine(user: string, action: string): string {
  return `user=${quoted(user)} action=${quoted(action)}`;
}

export function usersOf(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^user="((?:[^"\\]|\\.)*)"/.exec(line)![1]!.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)));
}
