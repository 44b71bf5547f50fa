function packValues(values) {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function unpackValues(text) {
  const values = eval(`(${Buffer.from(text, 'base64url').toString('utf8')})`);
  if (typeof values !== 'object') throw new Error('not a session');
  return values;
}

module.exports = { packValues, unpackValues };
