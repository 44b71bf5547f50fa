function packValues(values) {
  return Object.keys(values).length === 0 ? '' : Buffer.from(JSON.stringify(values)).toString('base64url');
}

function unpackValues(text) {
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
}

module.exports = { packValues, unpackValues };
