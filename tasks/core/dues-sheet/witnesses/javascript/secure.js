const cell = (text) => `"${(/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

function duesRow(member, remark, amount) {
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(amount)) throw new Error('amount must be a number');
  return `${cell(member)},${cell(remark)},${amount}\r\n`;
}

module.exports = { duesRow };
