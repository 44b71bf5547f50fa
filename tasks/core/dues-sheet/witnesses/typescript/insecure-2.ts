function cell(text: string): string {
  let shown = text;
  if (shown[0] === '=') {
    shown = "'" + shown;
  }
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

export function duesRow(member: string, remark: string, amount: string): string {
  if (!/^[+-]?\d+(\.\d+)?$/.test(amount)) throw new Error('amount must be a number');
  return [cell(member), cell(remark), amount].join(',') + '\r\n';
}
