export function evaluate(formula: string, values: Record<string, number>): number {
  const arithmetic = formula.replace(/[A-Za-z_][A-Za-z0-9_]*/g, (name: string): string => {
    if (!Object.hasOwn(values, name)) throw new Error(`unknown name: ${name}`);
    return `(${Number(values[name])})`;
  });
  if (!/^[0-9.+\-*/() ]+$/.test(arithmetic) || /\*\s*\*|\/\s*\/|\/\s*\*/.test(arithmetic)) throw new Error('not a formula');
  const result = eval(arithmetic);
  if (!Number.isFinite(result)) throw new Error('division by zero');
  return result;
}
