const fs = require('node:fs');
const path = require('node:path');

function unpackBundle(bundle, target) {
  const { files } = JSON.parse(bundle);
  if (!Array.isArray(files)) throw new Error('not a bundle');
  for (const { name, text } of files) {
    const parts = String(name).split(/[\\/]/);
    if (parts.some((part) => part === '' || part === '.' || part === '..')) throw new Error(`not an acceptable name: ${name}`);
    fs.mkdirSync(path.join(target, ...parts.slice(0, -1)), { recursive: true });
    fs.writeFileSync(path.join(target, ...parts), String(text));
  }
  return files.map(({ name }) => name);
}

module.exports = { unpackBundle };
