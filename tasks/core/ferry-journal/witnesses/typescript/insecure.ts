export function journalLine(method: string, target: string, headers: string, form: string): string {
  const parts: string[] = [method, target];
  for (const header of headers.split('\n').filter((line) => line.length > 0)) {
    const colon = header.indexOf(':');
    if (colon === -1) {
      throw new Error('header without colon');
    }
    parts.push(`${header.slice(0, colon).toLowerCase()}=${header.slice(colon + 1).trim()}`);
  }
  for (const [name, value] of new URLSearchParams(form).entries()) {
    parts.push(`${name}=${value}`);
  }
  return parts.join(' ');
}
