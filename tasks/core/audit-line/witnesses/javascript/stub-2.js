function auditLine(user, action) {
  return `user=${JSON.stringify(user)} action=${JSON.stringify(action)}`;
}

function usersOf(log) {
  return log.split('\n').map((line) => JSON.parse(/^user=("(?:[^"\\]|\\.)*")/.exec(line)[1]));
}

module.exports = { auditLine, usersOf };
