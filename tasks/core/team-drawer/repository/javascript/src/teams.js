// Teams and their keys.
const fs = require('node:fs');
const { createHash, timingSafeEqual } = require('node:crypto');
const settings = require('./settings');

const TEAM = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const digest = (text) => createHash('sha256').update(text).digest();

/** Middleware that ends the request unless it carries the key of the team. */
function checkKey(request, response, next) {
  const teams = new Map(Object.entries(JSON.parse(fs.readFileSync(settings.teams, 'utf8'))));
  const entry = TEAM.test(request.params.team) ? teams.get(request.params.team) : undefined;
  if (entry === undefined) return response.sendStatus(404);
  const key = request.get('X-Team-Key');
  if (key === undefined) return response.sendStatus(401);
  if (!timingSafeEqual(digest(key), digest(entry.key))) return response.sendStatus(403);
  next();
}

module.exports = { checkKey };
