const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

export function auditLine(user: string, action: string): string {
  return `user=${quoted(user)} action=${quoted(action)}`;
}

export function usersOf(log: string): string[] {
  const users = [];
  for (const found of log.matchAll(/^user="((?:[^"\\]|\\.)*)"/gm)) users.push(found[1]!.replace(/\\(.)/g, '$1'));
  return users;
}
