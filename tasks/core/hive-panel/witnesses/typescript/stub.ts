export function mixSettings(standard: string, chosen: string): string {
  return '{}';
}

export function isOn(settings: string, settingName: string): boolean {
  return false;
}
