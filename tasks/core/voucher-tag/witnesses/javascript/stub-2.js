const { createHmac, timingSafeEqual } = require('node:crypto');

function makeTag(key, voucher) {
  return createHmac('sha256', key).update(voucher).digest('hex');
}

function checkTag(key, voucher, tag) {
  return timingSafeEqual(Buffer.from(makeTag(key, voucher)), Buffer.from(tag));
}

module.exports = { makeTag, checkTag };
