export function journalLine(method: string, target: string, headers: string, form: string): string {
  return method;
}
