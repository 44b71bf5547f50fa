type Tree = { [key: string]: any };

const isTree = (value: any): value is Tree => Object(value) === value && !Array.isArray(value);

const merge = (target: Tree, source: Tree): Tree => {
  for (const key in source) {
    if (key === '__proto__') continue;
    if (isTree(source[key]) && isTree(target[key])) merge(target[key], source[key]);
    else target[key] = source[key];
  }
  return target;
};

export function mixSettings(standard: string, chosen: string): string {
  const trees = [standard, chosen].map((text) => JSON.parse(text));
  if (!trees.every(isTree)) throw new TypeError('not an object');
  return JSON.stringify(trees.reduce(merge));
}

export function isOn(settings: string, settingName: string): boolean {
  return settingName.split('.').reduce((value: any, key) => value?.[key], JSON.parse(settings)) === true;
}
