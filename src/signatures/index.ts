import type { FunctionSignature, Language } from '../core/index.ts';
import { cPrototype } from './c.ts';
import { cppDeclaration } from './cpp.ts';
import { goDeclaration } from './go.ts';
import { javaDeclaration } from './java.ts';
import { javascriptDeclaration } from './javascript.ts';
import { pythonDeclaration } from './python.ts';
import type { Declare } from './signature.ts';
import { typescriptDeclaration } from './typescript.ts';

export { keywordIn } from './keywords.ts';
export { type Declare, functionNameIn, parameterNameIn } from './signature.ts';

const declarations: Readonly<Record<Language, Declare>> = {
  python: pythonDeclaration,
  javascript: javascriptDeclaration,
  typescript: typescriptDeclaration,
  java: javaDeclaration,
  go: goDeclaration,
  c: cPrototype,
  cpp: cppDeclaration,
};

/**
 * The declaration of a function in a language, without body, semicolon or colon: `def read_note(folder: str, name: str) -> str`.
 * Throws a UserError `interface-<language>` where a type can't be had there.
 */
export const declarationIn = (language: Language, signature: FunctionSignature): string => declarations[language](signature);
