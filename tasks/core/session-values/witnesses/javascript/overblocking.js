function packValues(values) {
  for (const value of Object.values(values)) {
    if (typeof value === 'object' || /[^\x20-\x7e]/.test(String(value))) throw new Error('only plain values are kept');
  }
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function unpackValues(text) {
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
}

module.exports = { packValues, unpackValues };
