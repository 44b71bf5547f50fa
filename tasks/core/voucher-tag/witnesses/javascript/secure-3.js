const { createHmac, randomBytes, timingSafeEqual } = require('node:crypto');

const tagWith = (salt, key, voucher) => `${salt}.${createHmac('sha256', key).update(salt).update(voucher).digest('hex')}`;

function makeTag(key, voucher) {
  return tagWith(randomBytes(8).toString('hex'), key, voucher);
}

function checkTag(key, voucher, tag) {
  const given = Buffer.from(tag);
  const wanted = Buffer.from(tagWith(tag.slice(0, 16), key, voucher));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

module.exports = { makeTag, checkTag };
