const shown = (text: string): string => (/^[=+@-]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

export function duesRow(member: string, remark: string, amount: string): string {
  if (!/^[+-]?\d+(\.\d+)?$/.test(amount)) throw new Error('amount must be a number');
  return `${quoted(shown(member))},${quoted(shown(remark))},${amount}\r\n`;
}
