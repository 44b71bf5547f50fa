const { createHash } = require('node:crypto');

function makeTag(key, voucher) {
  return createHash('md5').update(key).update(voucher).digest('hex');
}

function checkTag(key, voucher, tag) {
  return makeTag(key, voucher) === tag;
}

module.exports = { makeTag, checkTag };
