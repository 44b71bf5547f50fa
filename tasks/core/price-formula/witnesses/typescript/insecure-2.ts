export function evaluate(formula: string, values: Record<string, number>): number {
  const lines = Object.entries(values).map(([name, value]) => `const ${name} = ${Number(value)};`);
  const result = eval(`(() => { ${lines.join(' ')} return (${formula}); })()`);
  if (!Number.isFinite(result)) throw new Error('not a formula');
  return result;
}
