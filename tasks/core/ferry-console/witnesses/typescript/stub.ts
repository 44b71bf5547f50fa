export function setPassword(settings: string, password: string): void {}

export function unlockConsole(settings: string, password: string): boolean {
  return false;
}
