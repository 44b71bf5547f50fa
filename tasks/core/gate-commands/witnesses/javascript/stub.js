module.exports = {
  makeCommand: (key, serial, action) => '',
  obeyCommand: (key, command) => '',
};
