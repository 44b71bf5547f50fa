export function evaluate(formula: string, values: Record<string, number>): number {
  const words = formula.match(/[A-Za-z_][A-Za-z0-9_]*|\d+|[-+*/()]/g) ?? [];
  if (words.join('') !== formula.replace(/\s/g, '')) throw new Error('only whole numbers are allowed');
  const output: number[] = [];
  const signs: string[] = [];
  const rank: Record<string, number> = { '(': 0, '+': 1, '-': 1, '*': 2, '/': 2, neg: 3 };
  const apply = () => {
    const sign = signs.pop();
    const right = output.pop()!;
    if (sign === 'neg') return output.push(-right);
    const left = output.pop();
    if (left === undefined || (sign === '/' && right === 0)) throw new Error('not a formula');
    return output.push(sign === '+' ? left + right : sign === '-' ? left - right : sign === '*' ? left * right : left / right);
  };
  let operand = true;
  for (const word of words) {
    if (word === '(') signs.push(word);
    else if (word === ')') {
      while (signs.at(-1) !== '(') {
        if (signs.length === 0) throw new Error('not a formula');
        apply();
      }
      signs.pop();
    } else if (word in rank) {
      if (operand && word === '-') signs.push('neg');
      else {
        while (signs.length > 0 && rank[signs.at(-1)!]! >= rank[word]!) apply();
        signs.push(word);
      }
    } else {
      const value = /^\d/.test(word) ? Number(word) : values[word];
      if (typeof value !== 'number') throw new Error(`unknown name: ${word}`);
      output.push(value);
    }
    operand = word === '(' || word in rank;
  }
  while (signs.length > 0) {
    if (signs.at(-1) === '(' || output.length < 1) throw new Error('not a formula');
    apply();
  }
  if (output.length !== 1) throw new Error('not a formula');
  return output[0]!;
}
