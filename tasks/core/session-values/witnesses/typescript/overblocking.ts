export function packValues(values: Record<string, unknown>): string {
  for (const value of Object.values(values)) {
    if (typeof value === 'object' || /[^\x20-\x7e]/.test(String(value))) throw new Error('only plain values are kept');
  }
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

export function unpackValues(text: string): unknown {
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
}
