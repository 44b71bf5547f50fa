export type Token = { readonly text: string; readonly className: string };

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
const piece = /<span class="([\w\s-]*)">|<\/span>|&(?:amp|lt|gt|quot|#x27);|[^<&]+|[<&]/g;

/**
 * Reads a highlighter's output as lines of tokens, so that it never has to be parsed as markup.
 * Anything but a plain span is text. A span that runs over line ends is continued on each line.
 */
export const tokenLines = (highlighted: string): readonly (readonly Token[])[] => {
  const lines: Token[][] = [[]];
  const open: string[] = [];
  const add = (text: string): void => {
    const [first = '', ...rest] = text.split('\n');
    push(first);
    for (const part of rest) {
      lines.push([]);
      push(part);
    }
  };
  const push = (text: string): void => {
    const line = lines.at(-1);
    const className = open.at(-1) ?? '';
    const last = line?.at(-1);
    if (text === '' || line === undefined) {
      return;
    }
    if (last !== undefined && last.className === className) {
      line[line.length - 1] = { text: last.text + text, className };
    } else {
      line.push({ text, className });
    }
  };
  for (const match of highlighted.matchAll(piece)) {
    if (match[1] !== undefined) {
      open.push(match[1]);
    } else if (match[0] === '</span>') {
      open.pop();
    } else {
      add(entities[match[0]] ?? match[0]);
    }
  }
  return lines;
};

/** The same shape without colours. */
export const plainLines = (text: string): readonly (readonly Token[])[] =>
  text.split('\n').map((line) => (line === '' ? [] : [{ text: line, className: '' }]));
