const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function read(text) {
  const value = JSON.parse(text);
  if (!isObject(value)) throw new TypeError('not a JSON object');
  return value;
}

function mix(standard, chosen) {
  const mixed = new Map(Object.entries(standard));
  for (const [name, value] of Object.entries(chosen)) {
    mixed.set(name, isObject(value) && isObject(mixed.get(name)) ? { ...mixed.get(name), ...value } : value);
  }
  return Object.fromEntries(mixed);
}

const mixSettings = (standard, chosen) => JSON.stringify(mix(read(standard), read(chosen)));

function isOn(settings, settingName) {
  let value = JSON.parse(settings);
  for (const name of settingName.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return false;
    value = value[name];
  }
  return value === true;
}

module.exports = { mixSettings, isOn };
