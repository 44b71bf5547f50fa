const word = /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9])*$/;
const blank = ' ';

function isTag(tag: string): boolean {
  let end = tag.length;
  while (end > 0 && tag.charAt(end - 1) === blank) end -= 1;
  let start = 0;
  while (start < end && tag.charAt(start) === blank) start += 1;
  return tag
    .slice(start, end)
    .split('-')
    .every((each) => each !== '' && word.test(each));
}

export function validTags(text: string): boolean {
  return text.split(',').every(isTag);
}
