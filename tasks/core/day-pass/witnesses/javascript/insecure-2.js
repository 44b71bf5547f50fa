const { createHmac, randomBytes } = require('node:crypto');

const secret = randomBytes(32);
const held = new Map();

const sign = (text) => createHmac('sha256', secret).update(text).digest('hex');

function issuePass(visitor, now) {
  if (visitor.length === 0) throw new Error('empty name');
  const payload = Buffer.from(`${now + 900}|${randomBytes(6).toString('hex')}|${visitor}`).toString('hex');
  const code = `${payload}.${sign(payload)}`;
  held.set(code, visitor);
  return code;
}

function visitorOf(passCode, now) {
  const [payload, signature] = passCode.split('.');
  if (signature !== sign(payload)) return '';
  const [end, , ...name] = Buffer.from(payload, 'hex').toString().split('|');
  return now < Number(end) ? name.join('|') : '';
}

function returnPass(passCode) {
  held.delete(passCode);
}

module.exports = { issuePass, visitorOf, returnPass };
