const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function auditLine(user, action) {
  return `user=${quoted(user)} action=${quoted(action)}`;
}

function usersOf(log) {
  if (log === '') return [];
  return log.split('\n').map((line) => JSON.parse(/^user=("(?:[^"\\]|\\.)*")/.exec(line)[1]));
}

module.exports = { auditLine, usersOf };
