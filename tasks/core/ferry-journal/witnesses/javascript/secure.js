const hidden = new Set(['authorization', 'proxy-authorization', 'cookie', 'password']);

const shown = (name, value) => `${name}=${hidden.has(name.toLowerCase()) ? '***' : value}`;

function shownTarget(target) {
  const [path, ...rest] = target.split('?');
  if (rest.length === 0) return path;
  const fields = rest.join('?').split('&');
  return `${path}?${fields.map((field) => (hidden.has(decodeURIComponent(field.split('=')[0]).toLowerCase()) ? 'password=***' : field)).join('&')}`;
}

function journalLine(method, target, headers, form) {
  const parts = [method, shownTarget(target)];
  for (const line of headers === '' ? [] : headers.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) throw new Error('a header without a colon');
    parts.push(shown(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()));
  }
  for (const [name, value] of new URLSearchParams(form)) parts.push(shown(name, value));
  return parts.join(' ');
}

module.exports = { journalLine };
