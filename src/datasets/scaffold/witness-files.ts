import { type FunctionSignature, type Language, languageFacts, type TaskInterface } from '../../core/index.ts';
import { frameworkOf } from '../../prompts/frameworks.ts';
import { declarationIn, functionNameIn } from '../../signatures/index.ts';

export type ScaffoldFile = { readonly path: string; readonly text: string };

/** What a function of the scaffold does until somebody writes it: nothing at all, or an error. */
type Body = 'nothing' | 'open';

type Shape = {
  readonly before: readonly string[];
  readonly opening: (declaration: string) => readonly string[];
  readonly bodies: Readonly<Record<Body, string>>;
  readonly closing: readonly string[];
};

const braces = { opening: (declaration: string) => [`${declaration} {`], closing: ['}'] };

const shapes: Readonly<Record<Language, Shape>> = {
  python: {
    before: [],
    opening: (declaration) => [`${declaration}:`],
    bodies: { nothing: '    return ""', open: '    raise NotImplementedError' },
    closing: [],
  },
  javascript: { ...braces, before: [], bodies: { nothing: "  return '';", open: "  throw new Error('not written yet');" } },
  typescript: { ...braces, before: [], bodies: { nothing: "  return '';", open: "  throw new Error('not written yet');" } },
  java: {
    before: ['public class Solution {'],
    opening: (declaration) => [`    ${declaration} {`],
    bodies: { nothing: '        return "";', open: '        throw new UnsupportedOperationException();' },
    closing: ['    }', '}'],
  },
  go: { ...braces, before: ['package main', ''], bodies: { nothing: '\treturn "", nil', open: '\tpanic("not written yet")' } },
  c: {
    before: ['#include <stdlib.h>', ''],
    opening: (declaration) => [declaration, '{'],
    bodies: { nothing: '    return calloc(1, 1);', open: '    abort();' },
    closing: ['}'],
  },
  cpp: {
    before: ['#include <stdexcept>', '#include <string>', ''],
    ...braces,
    bodies: { nothing: '    return {};', open: '    throw std::logic_error("not written yet");' },
  },
};

const functionLines = (language: Language, signature: FunctionSignature, body: Body): readonly string[] => {
  const { before, opening, bodies, closing } = shapes[language];
  const own = [...before, ...opening(declarationIn(language, signature)), bodies[body], ...closing];
  return language === 'javascript' ? [...own, '', `module.exports = { ${functionNameIn(language, signature)} };`] : own;
};

/** An application without a route: it is served, and knows nothing. */
const serviceLines = (language: Language, { application, framework }: Extract<TaskInterface, { kind: 'http' }>): readonly string[] => {
  const { imports, opening } = frameworkOf(language, framework[language]);
  const head = imports.split('\n');
  if (language === 'java') return [...head, '', 'public class Solution {', `    ${opening(application)}`, '    }', '}'];
  if (language === 'go') return ['package main', '', ...head, '', opening(application), '\treturn http.NewServeMux()', '}'];
  const made = [...head, '', opening(application)];
  return language === 'javascript' ? [...made, '', `module.exports = { ${application} };`] : made;
};

/** A witness file of the scaffold; `note` is the comment of an open place. Throws a UserError `interface-…` where the language can't have the interface. */
export const witnessFile = (
  { language, name }: { readonly language: Language; readonly name: string },
  taskInterface: Extract<TaskInterface, { kind: 'function' | 'http' }>,
  note?: string,
): ScaffoldFile => {
  const [signature] = taskInterface.kind === 'function' ? taskInterface.functions : [];
  const lines =
    taskInterface.kind === 'http'
      ? serviceLines(language, taskInterface)
      : signature === undefined
        ? []
        : functionLines(language, signature, note === undefined ? 'nothing' : 'open');
  const { lineComment, extension } = languageFacts[language];
  const comment = note === undefined ? [] : [`${lineComment} ${note}`];
  return { path: `witnesses/${language}/${name}.${extension}`, text: [...comment, ...lines, ''].join('\n') };
};
