function quoted(text) {
  let result = '';
  for (const sign of text) {
    if (sign === '"' || sign === '\\') result += `\\${sign}`;
    else if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(sign)) result += `\\<${sign.codePointAt(0)}>`;
    else result += sign;
  }
  return `"${result}"`;
}

const auditLine = (user, action) => ['user=', quoted(user), ' action=', quoted(action)].join('');

const usersOf = (log) =>
  [...log.matchAll(/^user="((?:[^"\\]|\\.)*)"/gm)].map(([, user]) =>
    user.replace(/\\(?:<(\d+)>|(.))/g, (_, code, sign) => (code === undefined ? sign : String.fromCodePoint(Number(code)))),
  );

module.exports = { auditLine, usersOf };
