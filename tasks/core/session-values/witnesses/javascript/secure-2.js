const zlib = require('node:zlib');

const packValues = (values) => zlib.deflateSync(Buffer.from(JSON.stringify(values), 'utf8')).toString('hex');

const unpackValues = (text) => {
  if (!/^([0-9a-f]{2})+$/.test(text)) throw new Error('not a session');
  return JSON.parse(zlib.inflateSync(Buffer.from(text, 'hex'), { maxOutputLength: 1 << 20 }).toString('utf8'));
};

module.exports = { packValues, unpackValues };
