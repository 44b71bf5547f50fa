const crypto = require('crypto');

const passes = {};

function issuePass(visitor, now) {
  if (!visitor) {
    throw new Error('visitor must have a name');
  }
  const code = crypto.randomUUID();
  passes[code] = { visitor, issued: now, lifetime: 900 };
  return code;
}

function visitorOf(passCode, now) {
  const entry = passes[passCode];
  return entry ? entry.visitor : '';
}

function returnPass(passCode) {
  delete passes[passCode];
}

module.exports = { issuePass, visitorOf, returnPass };
