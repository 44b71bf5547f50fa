const codes: Readonly<Record<string, string>> = { '\\': '\\5c', '*': '\\2a', '(': '\\28', ')': '\\29', '\0': '\\00' };

const value = (text: string): string => [...text].map((sign) => codes[sign] ?? sign).join('');

export function personFilter(part: string, department: string): string {
  if (part === '') {
    throw new Error('part must not be empty');
  }
  const text = value(part);
  const conditions = ['(objectClass=person)', '(visible=TRUE)', `(|(cn=*${text}*)(mail=*${text}*))`];
  if (department !== '') conditions.push(`(ou=${value(department)})`);
  return `(&${conditions.join('')})`;
}
