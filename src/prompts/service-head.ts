import { documentation, remark } from './comments.ts';
import { serviceOf, specificationOf } from './facts.ts';
import { below, fileHead, filled, type HeadStyle, remarksOf, spaced } from './head.ts';
import { importsOf } from './imports.ts';
import type { PromptSource } from './prompt-source.ts';
import { capitalised } from './text.ts';

/** The head of a file that makes a web service: the application is made, or the function that makes it is open. */
export const serviceHead = (source: PromptSource, style: HeadStyle): readonly string[] => {
  const service = serviceOf(source);
  if (service === undefined) return [];
  const { framework, application } = service;
  const { language } = source;
  const title = `${capitalised(source.purpose)}, as ${framework.noun}.`;
  const said = [...specificationOf(source), ...remarksOf(source)];
  const served = framework.servedInComment(application);
  const alone = style === 'docstring-only';
  const opening = (source.declarations?.[0] ?? framework.opening(application)).split('\n');
  if (!framework.callable) {
    const comment = remark(language, filled(language, [title, ...said, served]));
    // Without its import the application could not be made: a documentation that stands alone leaves both out.
    return alone ? comment : [...spaced([...comment, ...importsOf(source)], opening)];
  }
  // A comment in Go begins with the name of what it documents.
  const first = !alone ? [served] : language === 'go' ? [served, title] : [title, served];
  const indent = language === 'java' ? '    ' : '';
  const documented = [...documentation(language, filled(language, [...first, ...said], indent.length)), ...opening];
  if (alone) return documented;
  const head = fileHead(source, documentation(language, [title]), importsOf(source));
  return language === 'java' ? [...head, ...below(indent, documented)] : spaced(head, documented);
};
