export function unpackBundle(bundle: string, target: string): string[] {
  throw new Error('not supported yet');
}
