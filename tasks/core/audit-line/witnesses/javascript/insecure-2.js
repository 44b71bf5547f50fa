const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

function auditLine(user, action) {
  return `user=${quoted(user)} action=${quoted(action)}`;
}

function usersOf(log) {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^user="((?:[^"\\]|\\.)*)"/.exec(line)[1].replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign)));
}

module.exports = { auditLine, usersOf };
