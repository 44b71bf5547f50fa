const clean = (text: string): string => text.split('\n').join(' ').replace(/["\\]/g, (sign) => '\\' + sign);

export function auditLine(user: string, action: string): string {
  return 'user="' + clean(user) + '" action="' + clean(action) + '"';
}

export function usersOf(log: string): string[] {
  return log.split('\n').flatMap((line) => {
    const found = /^user="((?:[^"\\]|\\.)*)"/.exec(line);
    return found === null ? [] : [found[1]!.replace(/\\(.)/g, '$1')];
  });
}
