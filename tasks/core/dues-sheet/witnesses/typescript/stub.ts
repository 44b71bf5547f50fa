export function duesRow(member: string, remark: string, amount: string): string {
  return ',,\r\n';
}
