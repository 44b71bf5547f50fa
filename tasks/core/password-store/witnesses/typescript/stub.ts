export function storePassword(password: string): string {
  return 'stored';
}

export function checkPassword(password: string, stored: string): boolean {
  return false;
}
