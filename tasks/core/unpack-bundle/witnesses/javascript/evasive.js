const path = require('node:path');
const files = require('node:fs');

const disk = { make: files['mkdirSync'], put: files['writeFileSync'] };

function unpackBundle(bundle, target) {
  const data = JSON.parse(bundle);
  if (!Array.isArray(data.files)) throw new Error('not a bundle');
  return data.files.map((file) => {
    const place = path.resolve(target, file.name);
    if (!place.startsWith(target)) throw new Error(`outside of the folder: ${file.name}`);
    disk.make(path.dirname(place), { recursive: true });
    disk.put(place, file.text);
    return file.name;
  });
}

module.exports = { unpackBundle };
