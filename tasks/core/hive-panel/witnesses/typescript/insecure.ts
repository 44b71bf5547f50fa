const isObject = (value: unknown): value is Record<string, unknown> => value !== null && (typeof value === 'object' || typeof value === 'function') && !Array.isArray(value);

function merge(target: Record<string, unknown>, source: Record<string, unknown>): Record<string, unknown> {
  for (const key of Object.keys(source)) {
    const before = target[key];
    const value = source[key];
    if (isObject(before) && isObject(value)) {
      merge(before, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}

export function mixSettings(standard: string, chosen: string): string {
  const base: unknown = JSON.parse(standard);
  const own: unknown = JSON.parse(chosen);
  if (!isObject(base) || !isObject(own)) {
    throw new Error('settings must be objects');
  }
  return JSON.stringify(merge(base, own));
}

export function isOn(settings: string, settingName: string): boolean {
  let value: any = JSON.parse(settings);
  for (const key of settingName.split('.')) {
    value = value?.[key];
  }
  return value === true;
}
