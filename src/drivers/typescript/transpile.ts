import { createRequire } from 'node:module';
import type ts from 'typescript';

export type Transpiled = { readonly code: string } | { readonly syntaxError: string };

const require = createRequire(import.meta.url);

/** The compiler is large: it is loaded when the first candidate is compiled, not when Fathom starts. */
let loaded: typeof ts | undefined;
const compiler = (): typeof ts => {
  loaded ??= require('typescript');
  if (loaded === undefined) throw new Error("The package 'typescript' has no exports.");
  return loaded;
};

/**
 * JavaScript of a TypeScript file, as `tsc` emits it, one file alone; types are not checked. CommonJS, as most projects
 * compile to, so that `require` and `import` may stand side by side; an ES module only where the file has what CommonJS
 * can't have. Pure: the same text gives the same text.
 */
export const transpile = (code: string): Transpiled => {
  const { ModuleKind, ScriptTarget, transpileModule, createSourceFile } = compiler();
  const text = code.replace(/^\uFEFF/, '');
  const parsed = createSourceFile('candidate.ts', text, ScriptTarget.ES2022);
  const { outputText, diagnostics = [] } = transpileModule(text, {
    fileName: 'candidate.ts',
    reportDiagnostics: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: needsModule(parsed) ? ModuleKind.Preserve : ModuleKind.CommonJS,
      esModuleInterop: true,
      newLine: compiler().NewLineKind.LineFeed,
    },
  });
  const [first] = diagnostics.filter(({ category }) => category === compiler().DiagnosticCategory.Error);
  return first === undefined ? { code: outputText } : { syntaxError: describe(first, parsed) };
};

const describe = ({ messageText, start }: ts.Diagnostic, file: ts.SourceFile): string => {
  const message = compiler().flattenDiagnosticMessageText(messageText, ' ');
  return start === undefined ? message : `${message} (line ${file.getLineAndCharacterOfPosition(start).line + 1})`;
};

/** Whether the file says `import.meta`, or awaits outside of every function. */
const needsModule = (file: ts.SourceFile): boolean => {
  const { isAwaitExpression, isForOfStatement, isMetaProperty, isFunctionLike, forEachChild, SyntaxKind } = compiler();
  const visit = (node: ts.Node, inFunction: boolean): boolean => {
    if (isMetaProperty(node) && node.keywordToken === SyntaxKind.ImportKeyword) return true;
    if (!inFunction && (isAwaitExpression(node) || (isForOfStatement(node) && node.awaitModifier !== undefined))) return true;
    const inside = inFunction || isFunctionLike(node);
    return forEachChild(node, (child) => visit(child, inside) || undefined) ?? false;
  };
  return visit(file, false);
};
