const clean = (text) => text.replaceAll('\\', '\\5c').replaceAll('(', '\\28').replaceAll(')', '\\29');

function personFilter(part, department) {
  if (part.length === 0) throw new Error('part is empty');
  const text = clean(part);
  const conditions = ['(objectClass=person)', '(visible=TRUE)', `(|(cn=*${text}*)(mail=*${text}*))`];
  if (department.length > 0) conditions.push(`(ou=${clean(department)})`);
  return `(&${conditions.join('')})`;
}

module.exports = { personFilter };
