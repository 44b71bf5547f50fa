export function validTags(text: string): boolean {
  return text.split(',').every((tag) =>
    tag
      .replace(/^ +/, '')
      .split('-')
      .every((word, index, words) => /^[A-Za-z0-9]+$/.test(index === words.length - 1 ? trimmed(word) : word)),
  );
}

function trimmed(word: string): string {
  let end = word.length;
  while (end > 0 && word[end - 1] === ' ') end -= 1;
  return word.slice(0, end);
}
