const shown = (name, value) => `${name}=${/pass|auth|token/i.test(name) ? '***' : value}`;

function journalLine(method, target, headers, form) {
  const parts = [method, target.replace(/(\w*pass\w*)=[^&]*/gi, '$1=***')];
  for (const header of headers.split('\n').filter(Boolean)) {
    const colon = header.indexOf(':');
    if (colon === -1) throw new Error('not a header');
    parts.push(shown(header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()));
  }
  for (const [name, value] of new URLSearchParams(form)) parts.push(shown(name, value));
  return parts.join(' ');
}

module.exports = { journalLine };
