type Token = { number?: string; name?: string; sign?: string };

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|([-+*/()]))/y;
  const text = formula.trimEnd();
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) throw new Error('not a formula');
    tokens.push({ number: found[1], name: found[2], sign: found[3] });
  }
  return tokens;
}

export function evaluate(formula: string, values: Record<string, number>): number {
  const tokens = tokensOf(formula);
  const peek = () => tokens[0]?.sign;
  const factor = (): number => {
    const token = tokens.shift();
    if (token === undefined) throw new Error('the formula ends too early');
    if (token.number !== undefined) return Number(token.number);
    if (token.name !== undefined) {
      if (!Object.hasOwn(values, token.name)) throw new Error(`unknown name: ${token.name}`);
      return values[token.name]!;
    }
    if (token.sign === '-') return -factor();
    if (token.sign === '+') return factor();
    if (token.sign !== '(') throw new Error('not a formula');
    const inner = sum();
    if (tokens.shift()?.sign !== ')') throw new Error('a bracket is open');
    return inner;
  };
  const product = (): number => {
    let result = factor();
    while (peek() === '*' || peek() === '/') {
      if (tokens.shift()!.sign === '*') {
        result *= factor();
      } else {
        const divisor = factor();
        if (divisor === 0) throw new Error('division by zero');
        result /= divisor;
      }
    }
    return result;
  };
  const sum = (): number => {
    let result = product();
    while (peek() === '+' || peek() === '-') result = tokens.shift()!.sign === '+' ? result + product() : result - product();
    return result;
  };
  const result = sum();
  if (tokens.length > 0) throw new Error('not a formula');
  return result;
}
