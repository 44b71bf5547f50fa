const value = (text) => text.replace(/[\\*()\0]/g, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

function personFilter(part, department) {
  if (part === '') throw new Error('nothing to look for');
  const text = value(part);
  const unit = department === '' ? '' : `(ou=${value(department)})`;
  return `(&(objectClass=person)(visible=TRUE)(|(cn=*${text}*)(mail=*${text}*))${unit})`;
}

module.exports = { personFilter };
