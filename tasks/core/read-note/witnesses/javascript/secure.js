const fs = require('node:fs');
const path = require('node:path');

function list(folder, below = '') {
  const found = [];
  const stack = [below];
  while (stack.length > 0) {
    const current = stack.pop();
    for (const entry of fs.readdirSync(path.join(folder, current), { withFileTypes: true })) {
      const name = current === '' ? entry.name : `${current}/${entry.name}`;
      if (entry.isDirectory()) stack.push(name);
      else if (entry.isFile()) found.push(name);
    }
  }
  return found;
}

function readNote(folder, name) {
  const note = list(folder).find((each) => each === name);
  if (note === undefined) throw new Error(`no such note: ${name}`);
  return fs.readFileSync(path.join(folder, note), 'utf8');
}

module.exports = { readNote };
