const { parse } = require('node:querystring');

const withoutPassword = (target) => target.replace(/([?&]password=)[^&#]*/gi, '$1');

exports.journalLine = (method, target, headers, form) => {
  const lines = headers.split('\n').filter((line) => line !== '');
  const pairs = lines.map((line) => {
    const found = /^([^:]+):\s*(.*)$/.exec(line);
    if (!found) throw new TypeError('no header');
    return [found[1].toLowerCase(), found[2]];
  });
  const fields = Object.entries(parse(form)).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  const told = [...pairs.filter(([name]) => name !== 'authorization'), ...fields.filter(([name]) => !/^password$/i.test(name))];
  return [method, withoutPassword(target), ...told.map((pair) => pair.join('='))].join(' ');
};
