const { createHmac, timingSafeEqual } = require('node:crypto');

function makeTag(key, voucher) {
  return `tag1.${createHmac('sha256', key).update(voucher).digest('hex')}`;
}

function checkTag(key, voucher, tag) {
  const [version, hash] = tag.split('.');
  if (hash === undefined) return false;
  const wanted = Buffer.from(makeTag(key, voucher));
  const given = Buffer.from(`${version}.${hash}`);
  return tag.split('.').length === 2 && wanted.length === given.length && timingSafeEqual(wanted, given);
}

module.exports = { makeTag, checkTag };
