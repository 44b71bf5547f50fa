const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const kindOf = (value) => Object.prototype.toString.call(value);
const plain = (value) => kindOf(value) === '[object Object]' && typeof value === 'object';

function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (forbidden.has(key)) continue;
    if (plain(source[key]) && plain(target[key])) merge(target[key], source[key]);
    else target[key] = source[key];
  }
  return target;
}

exports.mixSettings = (standard, chosen) => {
  const [base, extra] = [standard, chosen].map((text) => JSON.parse(text));
  if (!plain(base) || !plain(extra)) throw new Error('settings are objects');
  return JSON.stringify(merge(base, extra));
};

exports.isOn = (settings, settingName) => settingName.split('.').reduce((value, key) => value?.[key], JSON.parse(settings)) === true;
