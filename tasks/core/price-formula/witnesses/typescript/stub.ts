export function evaluate(formula: string, values: Record<string, number>): number {
  return 0;
}
