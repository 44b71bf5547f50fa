const hidden: ReadonlySet<string> = new Set(['authorization', 'cookie', 'password']);

const shown = (name: string, value: string): string => `${name}=${hidden.has(name.toLowerCase()) ? '***' : value}`;

const headerOf = (line: string): [string, string] => {
  const colon = line.indexOf(':');
  if (colon < 0) throw new Error(`no colon: ${line}`);
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
};

export function journalLine(method: string, target: string, headers: string, form: string): string {
  const question = target.indexOf('?');
  const path = question < 0 ? target : target.slice(0, question);
  const query = question < 0 ? '' : target.slice(question).replace(/(?<=[?&])([^=&]*)=[^&]*/g, (field, name) => (hidden.has(decodeURIComponent(name).toLowerCase()) ? `${name}=***` : field));
  const pairs = [...(headers === '' ? [] : headers.split('\n').map(headerOf)), ...new URLSearchParams(form)];
  return [method, path + query, ...pairs.map(([name, value]) => shown(name, value))].join(' ');
}
