module.exports = {
  newPair: () => '',
  publicPart: (privateKey) => '',
};
