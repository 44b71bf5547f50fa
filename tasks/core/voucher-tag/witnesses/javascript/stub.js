function makeTag(key, voucher) {
  return 'tag';
}

function checkTag(key, voucher, tag) {
  return false;
}

module.exports = { makeTag, checkTag };
