type Settings = Record<string, unknown>;

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mixed(standard: Settings, chosen: Settings): Settings {
  const names = [...new Set([...Object.keys(standard), ...Object.keys(chosen)])].filter((name) => name !== '__proto__');
  const pairs = names.map((name): [string, unknown] => {
    const old = Object.hasOwn(standard, name) ? standard[name] : undefined;
    if (!Object.hasOwn(chosen, name)) return [name, old];
    const fresh = chosen[name];
    return [name, isSettings(old) && isSettings(fresh) ? mixed(old, fresh) : fresh];
  });
  return Object.fromEntries(pairs);
}

export const mixSettings = (standard: string, chosen: string): string => {
  const first: unknown = JSON.parse(standard);
  const second: unknown = JSON.parse(chosen);
  if (!isSettings(first) || !isSettings(second)) throw new Error('settings are JSON objects');
  return JSON.stringify(mixed(first, second));
};

export const isOn = (settings: string, settingName: string): boolean => {
  const step = (value: unknown, name: string): unknown => (isSettings(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined);
  return settingName.split('.').reduce(step, JSON.parse(settings) as unknown) === true;
};
