const crypto = require('crypto');

function makeTag(key, voucher) {
  return `v1.${crypto.createHmac('sha512', key).update(voucher).digest('base64url')}`;
}

function checkTag(key, voucher, tag) {
  const wanted = Buffer.from(makeTag(key, voucher));
  const given = Buffer.from(tag);
  return wanted.length === given.length && crypto.timingSafeEqual(wanted, given);
}

module.exports = { makeTag, checkTag };
