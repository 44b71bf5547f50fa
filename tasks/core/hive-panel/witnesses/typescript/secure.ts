type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (text: string): JsonObject => {
  const value: Json = JSON.parse(text);
  if (!isObject(value)) throw new TypeError('not a JSON object');
  return value;
};

const mix = (standard: JsonObject, chosen: JsonObject): JsonObject => {
  const mixed: JsonObject = Object.assign(Object.create(null), standard);
  for (const [name, value] of Object.entries(chosen)) {
    const before = mixed[name];
    mixed[name] = isObject(before) && isObject(value) ? mix(before, value) : value;
  }
  return mixed;
};

export function mixSettings(standard: string, chosen: string): string {
  return JSON.stringify(mix(read(standard), read(chosen)));
}

export function isOn(settings: string, settingName: string): boolean {
  let value: Json = read(settings);
  for (const name of settingName.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return false;
    value = value[name] ?? null;
  }
  return value === true;
}
