// Members and their data.
const fs = require('node:fs');
const { createHash, timingSafeEqual } = require('node:crypto');

const settings = { path: '/work/members.json' };

const load = () => JSON.parse(fs.readFileSync(settings.path, 'utf8'));

function save(members) {
  fs.writeFileSync(`${settings.path}.new`, JSON.stringify(members, null, 1));
  fs.renameSync(`${settings.path}.new`, settings.path);
}

const digest = (text) => createHash('sha256').update(text).digest();

/** The member whose letter holds this code. */
function nameWithCode(code) {
  const wanted = digest(String(code));
  return Object.entries(load()).find(([, member]) => timingSafeEqual(digest(member.code), wanted))?.[0];
}

module.exports = { settings, load, save, nameWithCode };
