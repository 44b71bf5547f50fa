const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function auditLine(user, action) {
  return `user=${quoted(user)} action=${quoted(action)}`;
}

function usersOf(log) {
  const users = [];
  for (const found of log.matchAll(/^user="((?:[^"\\]|\\.)*)"/gm)) users.push(found[1].replace(/\\(.)/g, '$1'));
  return users;
}

module.exports = { auditLine, usersOf };
