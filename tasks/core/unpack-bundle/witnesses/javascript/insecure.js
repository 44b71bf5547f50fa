const fs = require('node:fs');
const path = require('node:path');

function unpackBundle(bundle, target) {
  const data = JSON.parse(bundle);
  if (!data.files) throw new Error('not a bundle');
  const names = [];
  for (const file of data.files) {
    const place = path.join(target, file.name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, file.text);
    names.push(file.name);
  }
  return names;
}

module.exports = { unpackBundle };
