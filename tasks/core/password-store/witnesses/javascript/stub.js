function storePassword(password) {
  return 'stored';
}

function checkPassword(password, stored) {
  return false;
}

module.exports = { storePassword, checkPassword };
