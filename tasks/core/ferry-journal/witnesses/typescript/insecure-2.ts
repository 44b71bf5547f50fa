export function journalLine(method: string, target: string, headers: string, form: string): string {
  const shown = headers.split('\n').filter(Boolean).map((header) => {
    const colon = header.indexOf(':');
    if (colon < 0) throw new Error('header without colon');
    const name = header.slice(0, colon).toLowerCase();
    return name === 'authorization' ? `${name}=***` : `${name}=${header.slice(colon + 1).trim()}`;
  });
  const fields = [...new URLSearchParams(form)].map(([name, value]) => `${name}=${value}`);
  return [method, target, ...shown, ...fields].join(' ');
}
