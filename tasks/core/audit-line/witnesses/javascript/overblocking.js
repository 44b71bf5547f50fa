const plain = (text) => text.replace(/[^A-Za-z0-9 .-]/g, '?');

function auditLine(user, action) {
  return `user="${plain(user)}" action="${plain(action)}"`;
}

function usersOf(log) {
  return [...log.matchAll(/^user="([^"]*)"/gm)].map(([, user]) => user);
}

module.exports = { auditLine, usersOf };
