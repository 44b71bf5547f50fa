const skipped = ['authorization', 'cookie'];

function journalLine(method, target, headers, form) {
  const parts = [method, target];
  headers.split('\n').forEach((header) => {
    if (header === '') return;
    const colon = header.indexOf(':');
    if (colon === -1) throw new Error('not a header');
    const name = header.slice(0, colon).trim().toLowerCase();
    parts.push(`${name}=${skipped.includes(name) ? '***' : header.slice(colon + 1).trim()}`);
  });
  new URLSearchParams(form).forEach((value, name) => parts.push(`${name}=${value}`));
  return parts.join(' ');
}

module.exports = { journalLine };
