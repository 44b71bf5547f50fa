const hex = (text) => [...Buffer.from(text)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');

const is = (name, text) => `(${name}=${hex(text)})`;
const has = (name, text) => `(${name}=*${hex(text)}*)`;

exports.personFilter = (part, department) => {
  if (!part) throw new RangeError('part must not be empty');
  const conditions = [is('objectClass', 'person'), is('visible', 'TRUE'), `(|${has('cn', part)}${has('mail', part)})`];
  if (department) conditions.unshift(is('ou', department));
  return `(&${conditions.join('')})`;
};
