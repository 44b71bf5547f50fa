export function evaluate(formula: string, values: Record<string, number>): number {
  const names = Object.keys(values);
  const run = new Function(...names, `return (${formula});`);
  const result = run(...names.map((name) => values[name]));
  if (!Number.isFinite(result)) throw new Error('not a formula');
  return result;
}
