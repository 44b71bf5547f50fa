// The hooks on the disk, by id: `{ customer, url }`.
const fs = require('node:fs');
const path = require('node:path');

const fileIn = (folder) => path.join(folder, 'hooks.json');

const load = (folder) => (fs.existsSync(fileIn(folder)) ? JSON.parse(fs.readFileSync(fileIn(folder), 'utf8')) : {});

function save(folder, id, hook) {
  fs.writeFileSync(fileIn(folder), JSON.stringify({ ...load(folder), [id]: hook }, null, 1));
}

/** Throws where there is no such hook. */
function get(folder, id) {
  const hooks = load(folder);
  if (!Object.hasOwn(hooks, id)) throw new Error(`no hook ${id}`);
  return hooks[id];
}

module.exports = { save, get };
