const formula = new Set(['=', '+', '-', '@']);

function asText(text) {
  const kept = text.replace(/^[\s\0]+/, '');
  return formula.has(kept[0]) ? ` ${kept}` : kept;
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? '"' + text.split('"').join('""') + '"' : text;
}

exports.duesRow = (member, remark, amount) => {
  const number = Number(amount);
  if (amount === '' || Number.isNaN(number) || /[^\d.+-]/.test(amount)) throw new TypeError(`no amount: ${amount}`);
  return [...[member, remark].map(asText).map(quoted), amount].join(',') + '\r\n';
};
