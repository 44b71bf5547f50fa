const mergeable = (value) => value !== null && (typeof value === 'object' || typeof value === 'function') && !Array.isArray(value);

function merge(target, source) {
  Object.keys(source).forEach((key) => {
    if (key === '__proto__') return;
    if (mergeable(target[key]) && mergeable(source[key])) merge(target[key], source[key]);
    else target[key] = source[key];
  });
}

function mixSettings(standard, chosen) {
  const result = JSON.parse(standard);
  const own = JSON.parse(chosen);
  if (!mergeable(result) || !mergeable(own)) throw new TypeError('not an object');
  merge(result, own);
  return JSON.stringify(result);
}

function isOn(settings, settingName) {
  return settingName.split('.').reduce((value, key) => (value ? value[key] : undefined), JSON.parse(settings)) === true;
}

module.exports = { mixSettings, isOn };
