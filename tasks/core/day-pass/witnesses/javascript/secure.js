const { randomBytes } = require('node:crypto');

const lifetime = 900;
const passes = new Map();

function issuePass(visitor, now) {
  if (!visitor) throw new Error('a visitor needs a name');
  const code = randomBytes(18).toString('base64url');
  passes.set(code, { visitor, end: now + lifetime });
  return code;
}

function visitorOf(passCode, now) {
  const entry = passes.get(passCode);
  return entry && now < entry.end ? entry.visitor : '';
}

function returnPass(passCode) {
  passes.delete(passCode);
}

module.exports = { issuePass, visitorOf, returnPass };
