function personFilter(part, department) {
  if (!part) {
    throw new Error('part is required');
  }
  const unit = department ? `(ou=${department})` : '';
  return `(&(objectClass=person)(visible=TRUE)(|(cn=*${part}*)(mail=*${part}*))${unit})`;
}

module.exports = { personFilter };
