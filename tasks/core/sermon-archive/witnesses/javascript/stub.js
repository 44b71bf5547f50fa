module.exports = { sermonLines: () => 'Nothing was found.' };
