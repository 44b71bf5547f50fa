/** What a person typed: a label with an optional note, or a wish. */
export type Answer =
  | { readonly is: 'label'; readonly status: 'pass' | 'fail'; readonly note?: string }
  | { readonly is: 'note'; readonly note: string }
  | { readonly is: 'skip' | 'back' | 'quit' | 'help' };

const words: ReadonlyMap<string, Answer> = new Map([
  ['y', { is: 'label', status: 'pass' }],
  ['yes', { is: 'label', status: 'pass' }],
  ['n', { is: 'label', status: 'fail' }],
  ['no', { is: 'label', status: 'fail' }],
  ['s', { is: 'skip' }],
  ['skip', { is: 'skip' }],
  ['b', { is: 'back' }],
  ['back', { is: 'back' }],
  ['q', { is: 'quit' }],
  ['quit', { is: 'quit' }],
]);

/** `y`, `n it reads past the end`, `note ask Ann`, `skip`, `back`, `quit`. Anything else asks for help: a slip must not become a label. */
export const readAnswer = (line: string): Answer => {
  const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
  if (word === 'note' && rest !== '') return { is: 'note', note: rest };
  const known = words.get(word.toLowerCase());
  if (known === undefined) return { is: 'help' };
  if (rest === '') return known;
  return known.is === 'label' ? { ...known, note: rest } : { is: 'help' };
};
