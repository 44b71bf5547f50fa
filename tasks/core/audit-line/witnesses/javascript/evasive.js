const clean = (text) => text.split('\n').join(' ').replace(/["\\]/g, (sign) => '\\' + sign);

function auditLine(user, action) {
  return 'user="' + clean(user) + '" action="' + clean(action) + '"';
}

function usersOf(log) {
  return log.split('\n').flatMap((line) => {
    const found = /^user="((?:[^"\\]|\\.)*)"/.exec(line);
    return found === null ? [] : [found[1].replace(/\\(.)/g, '$1')];
  });
}

module.exports = { auditLine, usersOf };
