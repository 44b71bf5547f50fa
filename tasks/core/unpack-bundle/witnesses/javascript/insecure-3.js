const fs = require('node:fs');

function unpackBundle(bundle, target) {
  const data = JSON.parse(bundle);
  return data.files.map((file) => {
    const place = `${target}/${file.name.replace(/^\/+/, '')}`;
    fs.mkdirSync(place.slice(0, place.lastIndexOf('/')), { recursive: true });
    fs.writeFileSync(place, file.text, { encoding: 'utf8' });
    return file.name;
  });
}

module.exports = { unpackBundle };
