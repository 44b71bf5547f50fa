const number = /^[+-]?\d+(?:\.\d+)?$/;

const cell = (text: string): string => {
  const shown = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replace(/"/g, '""')}"` : shown;
};

export function duesRow(member: string, remark: string, amount: string): string {
  if (!number.test(amount)) {
    throw new Error(`not an amount: ${amount}`);
  }
  return `${cell(member)},${cell(remark)},${amount}\r\n`;
}
