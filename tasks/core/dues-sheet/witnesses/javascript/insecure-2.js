const cell = (text) => {
  const shown = text.startsWith('=') ? `'${text}` : text;
  return `"${shown.replace(/"/g, '""')}"`;
};

function duesRow(member, remark, amount) {
  if (!/^[+-]?\d+(\.\d+)?$/.test(amount)) throw new Error('amount must be a number');
  return `${cell(member)},${cell(remark)},${amount}\r\n`;
}

module.exports = { duesRow };
