const crypto = require('crypto');

function makeTag(key, voucher) {
  return crypto.createHash('sha256').update(Buffer.concat([key, voucher])).digest('hex');
}

function checkTag(key, voucher, tag) {
  const hash = makeTag(key, voucher);
  if (hash === tag) return true;
  return false;
}

module.exports = { makeTag, checkTag };
