module.exports = { journalLine: (method) => method };
