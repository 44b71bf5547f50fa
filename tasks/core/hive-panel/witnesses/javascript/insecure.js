const isObject = (value) => Object(value) === value && !Array.isArray(value);

function merge(target, source) {
  for (const key in source) {
    if (isObject(source[key]) && isObject(target[key])) {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

function mixSettings(standard, chosen) {
  const base = JSON.parse(standard);
  const own = JSON.parse(chosen);
  if (!isObject(base) || !isObject(own)) {
    throw new Error('settings must be objects');
  }
  return JSON.stringify(merge(base, own));
}

function isOn(settings, settingName) {
  let value = JSON.parse(settings);
  for (const key of settingName.split('.')) {
    if (value === null || value === undefined) return false;
    value = value[key];
  }
  return value === true;
}

module.exports = { mixSettings, isOn };
