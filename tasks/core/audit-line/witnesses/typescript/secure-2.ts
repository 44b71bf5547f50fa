function quoted(text: string): string {
  let result = '';
  for (const sign of text) {
    if (sign === '"' || sign === '\\') result += `\\${sign}`;
    else if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(sign)) result += `\\<${sign.codePointAt(0) ?? 0}>`;
    else result += sign;
  }
  return `"${result}"`;
}

export const auditLine = (user: string, action: string): string => ['user=', quoted(user), ' action=', quoted(action)].join('');

export const usersOf = (log: string): string[] =>
  [...log.matchAll(/^user="((?:[^"\\]|\\.)*)"/gm)].map(([, user]) =>
    user!.replace(/\\(?:<(\d+)>|(.))/g, (_, code: string | undefined, sign: string) => (code === undefined ? sign : String.fromCodePoint(Number(code)))),
  );
