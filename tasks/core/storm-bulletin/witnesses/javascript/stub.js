module.exports = {
  writeBulletin: (key, method, text) => '',
  readBulletin: (key, bulletin) => '',
};
