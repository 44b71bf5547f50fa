const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function duesRow(member, remark, amount) {
  if (!/^[+-]?\d+(\.\d+)?$/.test(amount)) {
    throw new Error('amount must be a number');
  }
  return [member, remark, amount].map(cell).join(',') + '\r\n';
}

module.exports = { duesRow };
