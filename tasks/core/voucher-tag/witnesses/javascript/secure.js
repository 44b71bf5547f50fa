const { createHmac, timingSafeEqual } = require('node:crypto');

function makeTag(key, voucher) {
  return createHmac('sha256', key).update(voucher).digest('hex');
}

function checkTag(key, voucher, tag) {
  const wanted = Buffer.from(makeTag(key, voucher));
  const given = Buffer.from(tag);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

module.exports = { makeTag, checkTag };
