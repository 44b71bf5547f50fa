const { createHmac, timingSafeEqual } = require('node:crypto');

function makeTag(key, voucher) {
  return createHmac('sha256', key.subarray(0, 8)).update(voucher).digest('hex');
}

function checkTag(key, voucher, tag) {
  const wanted = Buffer.from(makeTag(key, voucher));
  const given = Buffer.from(tag);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

module.exports = { makeTag, checkTag };
