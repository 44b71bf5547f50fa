const { createHmac } = require('node:crypto');

function makeTag(key, voucher) {
  return createHmac('sha256', key).update(voucher).digest('hex');
}

function checkTag(key, voucher, tag) {
  const wanted = makeTag(key, voucher);
  let different = 0;
  for (let index = 0; index < Math.min(tag.length, wanted.length); index++) {
    different |= wanted.charCodeAt(index) ^ tag.charCodeAt(index);
  }
  return different === 0;
}

module.exports = { makeTag, checkTag };
