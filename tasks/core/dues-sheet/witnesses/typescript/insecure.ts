const cell = (text: string): string => `"${text.replace(/"/g, '""')}"`;

export function duesRow(member: string, remark: string, amount: string): string {
  if (!/^[+-]?\d+(\.\d+)?$/.test(amount)) throw new Error('amount must be a number');
  return `${cell(member)},${cell(remark)},${amount}\r\n`;
}
