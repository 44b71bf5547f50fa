export function personFilter(part: string, department: string): string {
  return '';
}
