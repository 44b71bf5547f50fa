const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (target, source) => {
  for (const [key, value] of Object.entries(source)) {
    if (isObject(value) && isObject(target[key])) merge(target[key], value);
    else target[key] = value;
  }
  return target;
};

exports.mixSettings = (standard, chosen) => {
  const both = [JSON.parse(standard), JSON.parse(chosen)];
  if (!both.every(isObject)) throw new Error('not a JSON object');
  return JSON.stringify(merge(...both));
};

exports.isOn = (settings, settingName) => {
  const found = settingName.split('.').reduce((value, key) => (isObject(value) ? value[key] : undefined), JSON.parse(settings));
  return found === true;
};
