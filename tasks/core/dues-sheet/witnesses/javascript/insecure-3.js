const signs = ['=', '+', '-', '@'];

const cell = (text) => {
  const shown = signs.includes(text.charAt(0)) ? `'${text}` : text;
  return `"${shown.replaceAll('"', '""')}"`;
};

exports.duesRow = function duesRow(member, remark, amount) {
  if (!/^[+-]?\d+(\.\d+)?$/.test(amount)) throw new Error('amount must be a number');
  return [cell(member), cell(remark), amount].join(',').concat('\r\n');
};
