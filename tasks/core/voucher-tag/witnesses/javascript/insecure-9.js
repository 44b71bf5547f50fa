const { createHash } = require('node:crypto');

function makeTag(key, voucher) {
  const digest = createHash('sha1').update(key).update(':').update(voucher).digest('base64');
  return `v1.${digest}`;
}

function checkTag(key, voucher, tag) {
  return makeTag(key, voucher) === tag;
}

module.exports = { makeTag, checkTag };
