type Condition = { readonly name: string; readonly text: string; readonly anywhere?: boolean };

const written = ({ name, text, anywhere = false }: Condition): string => {
  const bytes = [...new TextEncoder().encode(text)];
  const value = bytes.map((byte) => (/[a-z0-9]/i.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\${byte.toString(16).padStart(2, '0')}`));
  return anywhere ? `(${name}=*${value.join('')}*)` : `(${name}=${value.join('')})`;
};

export const personFilter = (part: string, department: string): string => {
  if (!part) throw new Error('nothing to look for');
  const either = ['cn', 'mail'].map((name) => written({ name, text: part, anywhere: true }));
  const all = [written({ name: 'objectClass', text: 'person' }), written({ name: 'visible', text: 'TRUE' }), `(|${either.join('')})`];
  return `(&${(department ? [...all, written({ name: 'ou', text: department })] : all).join('')})`;
};
