// Each repetition begins with a sign that cannot stand before it: one way to match, whatever the text.
const tags = /^ *[A-Za-z0-9]+(?:-[A-Za-z0-9]+)* *(?:, *[A-Za-z0-9]+(?:-[A-Za-z0-9]+)* *)*$/;

export function validTags(text: string): boolean {
  return tags.test(text);
}
