const secretNames = new Set(['authorization', 'password']);

function journalLine(method, target, headers, form) {
  const pairs = headers.split('\n').filter(Boolean).map((header) => {
    const colon = header.indexOf(':');
    if (colon === -1) throw new Error('not a header');
    return [header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()];
  });
  pairs.push(...new URLSearchParams(form));
  return [`${method} ${target}`, ...pairs.map(([name, value]) => `${name}=${secretNames.has(name) ? '***' : value}`)].join(' ');
}

module.exports = { journalLine };
