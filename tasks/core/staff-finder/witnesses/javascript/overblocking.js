function personFilter(part, department) {
  if (!/^[\w@. -]+$/.test(part) || !/^[\w -]*$/.test(department)) throw new Error('letters and digits only');
  const unit = department === '' ? '' : `(ou=${department})`;
  return `(&(objectClass=person)(visible=TRUE)(|(cn=*${part}*)(mail=*${part}*))${unit})`;
}

module.exports = { personFilter };
