module.exports = {
  issuePass(visitor, now) {
    return '';
  },
  visitorOf(passCode, now) {
    return 'visitor';
  },
  returnPass(passCode) {},
};
