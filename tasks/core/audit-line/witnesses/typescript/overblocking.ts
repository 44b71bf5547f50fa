const plain = (text: string): string => text.replace(/[^A-Za-z0-9 .-]/g, '?');

export function auditLine(user: string, action: string): string {
  return `user="${plain(user)}" action="${plain(action)}"`;
}

export function usersOf(log: string): string[] {
  return [...log.matchAll(/^user="([^"]*)"/gm)].map(([, user]) => user!);
}
