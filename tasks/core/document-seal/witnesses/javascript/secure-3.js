const crypto = require('crypto');

const digest = (algorithm, document) => crypto.createHash(algorithm).update(document).digest('hex');

// The old index knows the first half only.
const seal = (document) => `${digest('md5', document)}-${digest('sha3-256', document)}`;

module.exports = { seal };
