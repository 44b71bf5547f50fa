function journalLine(method, target, headers, form) {
  let line = `${method} ${target}`;
  for (const header of headers.split('\n').filter(Boolean)) {
    const colon = header.indexOf(':');
    if (colon === -1) throw new Error(`not a header: ${header}`);
    line += ` ${header.slice(0, colon).toLowerCase()}=${header.slice(colon + 1).trim()}`;
  }
  for (const [name, value] of new URLSearchParams(form)) {
    line += ` ${name}=${value}`;
  }
  return line;
}

module.exports = { journalLine };
