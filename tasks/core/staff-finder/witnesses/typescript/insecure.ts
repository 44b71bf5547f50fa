export function personFilter(part: string, department: string): string {
  if (!part.length) throw new Error('part is empty');
  let result = '(&(objectClass=person)(visible=TRUE)';
  if (department) {
    result += `(ou=${department})`;
  }
  return `${result}(|(cn=*${part}*)(mail=*${part}*)))`;
}
