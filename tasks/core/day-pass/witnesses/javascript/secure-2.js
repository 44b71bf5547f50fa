const crypto = require('crypto');

const key = crypto.randomBytes(32);
const returned = new Set();
const seal = (body) => crypto.createHmac('sha256', key).update(body).digest('base64url');

exports.issuePass = (visitor, now) => {
  if (visitor === '') throw new RangeError('name missing');
  const body = Buffer.from(JSON.stringify({ visitor, now, id: crypto.randomUUID() })).toString('base64url');
  return `${body}.${seal(body)}`;
};

exports.visitorOf = (passCode, now) => {
  const [body, given = ''] = passCode.split('.');
  const expected = Buffer.from(seal(body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !crypto.timingSafeEqual(expected, actual)) return '';
  if (returned.has(passCode)) return '';
  const entry = JSON.parse(Buffer.from(body, 'base64url').toString());
  return now - entry.now < 900 ? entry.visitor : '';
};

exports.returnPass = (passCode) => {
  returned.add(passCode);
};
