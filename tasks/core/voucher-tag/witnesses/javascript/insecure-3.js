const { crc32 } = require('node:zlib');

function makeTag(key, voucher) {
  return crc32(Buffer.concat([key, voucher])).toString(16);
}

function checkTag(key, voucher, tag) {
  return makeTag(key, voucher) === tag;
}

module.exports = { makeTag, checkTag };
