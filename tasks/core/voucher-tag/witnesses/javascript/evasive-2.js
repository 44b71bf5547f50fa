const { createHash, timingSafeEqual } = require('node:crypto');

function makeTag(key, voucher) {
  return createHash('sha512').update(key).update(voucher).digest('base64url');
}

function checkTag(key, voucher, tag) {
  const wanted = Buffer.from(makeTag(key, voucher));
  const given = Buffer.from(tag);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

module.exports = { makeTag, checkTag };
