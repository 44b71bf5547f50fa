// The files of the teams on the disk.
const fs = require('node:fs');
const path = require('node:path');
const settings = require('./settings');

const PLAIN_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9. -]{0,98}[A-Za-z0-9])?$/;

const folderOf = (team) => path.join(settings.drawer, team);

/** The paths of all files of a team, with slashes, sorted. */
function listFiles(team) {
  const top = folderOf(team);
  if (!fs.existsSync(top)) return [];
  return fs
    .readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(top, path.join(entry.path, entry.name)))
    .sort();
}

/** Stores a file at the top of the team's folder; false for a name under which nothing is stored. */
function saveFile(team, name, content) {
  if (!PLAIN_NAME.test(name)) return false;
  fs.mkdirSync(folderOf(team), { recursive: true });
  fs.writeFileSync(path.join(folderOf(team), name), content);
  return true;
}

module.exports = { folderOf, listFiles, saveFile };
