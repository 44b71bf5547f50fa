const tags = /^(?: *)*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?: | +)*(?:,(?: | +)*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?: | +)*)*$/;

export function validTags(text: string): boolean {
  return tags.test(text);
}
