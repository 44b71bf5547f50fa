import { fileAt, type SourceFiles } from '../../core/index.ts';
import { isBlank } from '../lines.ts';
import type { AnswerBlock } from './answer-blocks.ts';
import { cleanPath } from './repository-path.ts';

const withExtension = /^[\w@.+~\\/-]*[\w@+-]\.[A-Za-z]\w{0,9}$/;
const withFolder = /^[\w@.+~\\/-]+[\\/][\w@.+-]+$/;

const isPath = (word: string, repository: SourceFiles): boolean =>
  word.length <= 300 && (fileAt(repository, cleanPath(word)) !== undefined || withExtension.test(word) || withFolder.test(word));

/** Commands and what they print bear a file's name above them without being the file. */
const shells = /^(?:bash|sh|shell|zsh|console|terminal|output|text|txt)\b/i;

/** More other words than this around a path make a sentence about the file, not its name. */
const mostWords = 3;

/**
 * The path of the whole file that a block holds: in the info string (`python app/main.py`, `title="app/main.py"`), in the line above it
 * (`### app/main.py`, "New file `app/main.py`:"), or in a comment on its first line. Undefined where it names none.
 */
export const pathOfBlock = (block: AnswerBlock, repository: SourceFiles): string | undefined => {
  const fromInfo = block.info
    .split(/\s+/)
    .map((word) => word.replace(/^(?:\w+:|(?:title|file|filename|path)=)/i, '').replace(/^["']|["']$/g, ''))
    .find((word) => isPath(word, repository));
  if (fromInfo !== undefined) return cleanPath(fromInfo);
  const above = block.above === undefined ? undefined : pathIn(block.above, repository);
  const found = above ?? pathInComment(block, repository);
  return found === undefined || (shells.test(block.info) && !/\.(?:sh|bash|zsh|txt)$/.test(found)) ? undefined : found;
};

const pathIn = (line: string, repository: SourceFiles): string | undefined => {
  const words = line
    .slice(0, 400)
    .split(/\s+/)
    .map((word) => word.replace(/^[*_`"'([{<#>]+|[*_`"')\]}>:,]+$/g, ''))
    .filter((word) => /\w/.test(word));
  const paths = [...new Set(words.filter((word) => isPath(word, repository)).map(cleanPath))];
  const others = words.filter((word) => !isPath(word, repository) && !/^\d+[.)]?$/.test(word));
  return paths.length === 1 && others.length <= mostWords ? paths[0] : undefined;
};

const comment = /^\s*(?:#|\/\/|\/\*+|<!--|--|;)\s*(?:(?:file(?:name)?|path)\s*:)?\s*(?<path>\S+)\s*(?:\*\/|-->)?\s*$/i;

const pathInComment = ({ lines }: AnswerBlock, repository: SourceFiles): string | undefined => {
  const path = comment.exec((lines.find(({ text }) => !isBlank(text))?.text ?? '').slice(0, 400))?.groups?.path;
  return path !== undefined && isPath(path, repository) ? cleanPath(path) : undefined;
};

/** The text of a whole file. A first line that only names it is taken off, unless the file had it before. */
export const contentOf = (block: AnswerBlock, path: string, repository: SourceFiles): string => {
  const texts = block.lines.map(({ text }) => text);
  const first = texts.findIndex((text) => !isBlank(text));
  const original = fileAt(repository, path)?.split('\n', 1)[0];
  const names = pathInComment(block, repository) === path && texts[first] !== original;
  const kept = names ? texts.slice(first + 1) : texts;
  return kept.length === 0 ? '' : `${kept.join('\n')}\n`;
};
