export function unpackBundle(bundle: string, target: string): string[] {
  return [];
}
