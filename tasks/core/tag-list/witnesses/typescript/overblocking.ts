export function validTags(text: string): boolean {
  if (text.length > 200) return false;
  return text.split(',').every((tag) => /^ *[A-Za-z0-9]+(-[A-Za-z0-9]+)* *$/.test(tag));
}
