export function validTags(text: string): boolean {
  return true;
}
