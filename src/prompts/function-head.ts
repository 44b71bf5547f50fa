import type { FunctionSignature } from '../core/index.ts';
import { parameterNameIn } from '../signatures/index.ts';
import { javascriptType } from '../signatures/javascript.ts';
import { commentWidth, documentation, remark } from './comments.ts';
import { dialects } from './dialect.ts';
import { declarationsOf, errorSentences, functionsOf, namesOf, specificationOf, tellsOfErrors } from './facts.ts';
import { below, fileHead, filled, type HeadStyle, purposeLine, remarksOf, spaced } from './head.ts';
import { importsOf } from './imports.ts';
import type { PromptSource } from './prompt-source.ts';
import { sectionsOf, withoutName } from './sections.ts';
import { withSummary } from './text.ts';

const opened = ({ language }: PromptSource, declaration: string): readonly string[] => {
  if (language === 'python') return [`${declaration}:`];
  return language === 'c' ? [declaration, '{'] : [`${declaration} {`];
};

const exportLine = (source: PromptSource): readonly string[] =>
  source.language === 'javascript' ? [`module.exports = { ${namesOf(source).join(', ')} };`] : [];

/** How errors show: for one function by the language's custom, for several in a sentence. */
const errorsOf = (source: PromptSource): readonly string[] => {
  const { errorsInComment } = dialects[source.language];
  const isTagged = functionsOf(source).length === 1 && tellsOfErrors(source) && errorsInComment !== undefined;
  return isTagged ? [errorsInComment] : errorSentences(source);
};

/** `@param`, `@returns` and `@throws` as one block, where the language's custom has them. */
const tagsOf = (source: PromptSource, signature: FunctionSignature): readonly string[] => {
  if (source.language !== 'javascript') return errorsOf(source);
  const parameters = signature.parameters.map(
    (each) => `@param {${javascriptType(signature, each)}} ${parameterNameIn('javascript', each)}`,
  );
  const returns = signature.returns.type === 'void' ? [] : [`@returns {${javascriptType(signature, signature.returns)}}`];
  return [[...parameters, ...returns, ...errorsOf(source)].join('\n')];
};

const assembled = (
  source: PromptSource,
  style: HeadStyle,
  parts: { readonly remark: readonly string[]; readonly documented: readonly string[] },
): readonly string[] => {
  if (style === 'docstring-only') return parts.documented;
  const head = spaced(fileHead(source, parts.remark, importsOf(source)), exportLine(source));
  if (source.language === 'java') return [...head, ...below('    ', parts.documented)];
  return source.language === 'python' ? [...spaced(head, ['']), ...parts.documented] : spaced(head, parts.documented);
};

const fileRemark = (source: PromptSource): readonly string[] =>
  source.language === 'java' ? documentation('java', [purposeLine(source)]) : remark(source.language, [purposeLine(source)]);

/** The docstring of a Python function: a summary on the first line, where the text has one. */
const docstring = (paragraphs: readonly string[]): readonly string[] => {
  const indent = '    ';
  const width = commentWidth - indent.length - 3;
  return below(indent, documentation('python', filled('python', withSummary(paragraphs, width), indent.length)));
};

/** One function: everything is said in its documentation. */
const oneFunction = (source: PromptSource, style: HeadStyle, signature: FunctionSignature): readonly string[] => {
  const { language } = source;
  const [declaration = ''] = declarationsOf(source);
  const [name = ''] = namesOf(source);
  const said = specificationOf(source).map((paragraph, index) => (index === 0 ? withoutName(paragraph, name, language) : paragraph));
  const paragraphs = [...said, ...remarksOf(source), ...tagsOf(source, signature)];
  const head = opened(source, declaration);
  const documented =
    language === 'python'
      ? [...head, ...docstring(paragraphs)]
      : [...documentation(language, filled(language, paragraphs, language === 'java' ? 4 : 0)), ...head];
  return assembled(source, style, { remark: fileRemark(source), documented });
};

/** Several functions in Python: each has its docstring, the bodies of all but the last are left out. */
const pythonFunctions = (source: PromptSource, style: HeadStyle): readonly string[] => {
  const { general, own } = sectionsOf(source);
  const shared = [...general, ...remarksOf(source), ...errorsOf(source)];
  const alone = style === 'docstring-only';
  const names = namesOf(source);
  const functions = declarationsOf(source).map((declaration, index) => {
    const mine = (own[index] ?? []).map((paragraph, at) => (at === 0 ? withoutName(paragraph, names[index] ?? '', 'python') : paragraph));
    const told = [...mine, ...(alone && index === 0 ? shared : [])];
    const lines = told.length > 0 ? told : [alone ? `See \`${names[0]}\`.` : 'See the head of this file.'];
    const body = index < names.length - 1 ? ['    ...  # to be written as well'] : [];
    return [...opened(source, declaration), ...docstring(lines), ...body];
  });
  const documented = functions.flatMap((lines, index) => (index === 0 ? lines : ['', '', ...lines]));
  return assembled(source, style, { remark: remark('python', filled('python', [purposeLine(source), ...shared])), documented });
};

/**
 * Several functions elsewhere: one comment describes all of them, and the first one is open. A second definition of a name would be an
 * error in most of these languages, so none is left without a body; C and C++ declare them all.
 */
const severalFunctions = (source: PromptSource, style: HeadStyle): readonly string[] => {
  const { language } = source;
  const declarations = declarationsOf(source);
  const prototypes = language === 'c' || language === 'cpp' ? declarations.map((declaration) => `${declaration};`) : [];
  const { callable } = dialects[language];
  const listing = prototypes.length > 0 ? [] : [`These ${callable}s are wanted:`, declarations.map((each) => `    ${each}`).join('\n')];
  const paragraphs = [...listing, ...specificationOf(source), ...remarksOf(source), ...errorsOf(source)];
  const comment = documentation(language, filled(language, paragraphs, language === 'java' ? 4 : 0));
  const [first = ''] = declarations;
  const documented =
    prototypes.length > 0 ? spaced([...comment, ...prototypes], opened(source, first)) : [...comment, ...opened(source, first)];
  return assembled(source, style, { remark: fileRemark(source), documented });
};

/** The head of a file that goes on with the first (in Python the last) function of the task. */
export const functionHead = (source: PromptSource, style: HeadStyle): readonly string[] => {
  const [first, second] = functionsOf(source);
  if (first === undefined) return [];
  if (second === undefined) return oneFunction(source, style, first);
  return source.language === 'python' ? pythonFunctions(source, style) : severalFunctions(source, style);
};
