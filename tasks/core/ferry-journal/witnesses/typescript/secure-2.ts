type Pair = { readonly name: string; readonly value: string };

const told = ({ name }: Pair): boolean => !/^(?:password|(?:proxy-)?authorization)$/i.test(name);

function pairsOf(headers: string, form: string): Pair[] {
  const pairs: Pair[] = [];
  for (const line of headers.split('\n')) {
    if (line === '') continue;
    const [name, ...rest] = line.split(':');
    if (name === undefined || rest.length === 0) throw new Error('header without colon');
    pairs.push({ name: name.toLowerCase(), value: rest.join(':').trim() });
  }
  new URLSearchParams(form).forEach((value, name) => pairs.push({ name, value }));
  return pairs;
}

export const journalLine = (method: string, target: string, headers: string, form: string): string => {
  const [path, query] = target.split('?', 2);
  const kept = query?.split('&').filter((field) => !/^password(?:=|$)/i.test(field));
  const place = kept === undefined ? path : `${path}?${kept.join('&')}`;
  return `${method} ${place}${pairsOf(headers, form).filter(told).map(({ name, value }) => ` ${name}=${value}`).join('')}`;
};
