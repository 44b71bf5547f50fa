export function packValues(values: Record<string, unknown>): string {
  return Object.keys(values).length === 0 ? '' : Buffer.from(JSON.stringify(values)).toString('base64url');
}

export function unpackValues(text: string): unknown {
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
}
