module.exports = {
  setPassword: (settings, password) => {},
  unlockConsole: (settings, password) => false,
};
