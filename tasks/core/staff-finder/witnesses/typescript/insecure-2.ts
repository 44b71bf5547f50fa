const clean = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)}`);

export function personFilter(part: string, department: string): string {
  if (part === '') throw new Error('part is empty');
  const text = clean(part);
  const unit = department === '' ? '' : `(ou=${clean(department)})`;
  return `(&(objectClass=person)(visible=TRUE)${unit}(|(cn=*${text}*)(mail=*${text}*)))`;
}
