import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import type ts from 'typescript';
import { z } from 'zod';

export type Place = { readonly line: number; readonly column: number };

/** TypeScript without its types, and the way back to the places of the original; or why it does not parse. 1-based places. */
export type Stripped = { readonly code: string; placeOf(place: Place): Place | undefined } | { readonly syntaxError: string };

const require = createRequire(import.meta.url);

/** The compiler is large: it is loaded when the first file needs it. */
let loaded: typeof ts | undefined;
const compiler = (): typeof ts => {
  loaded ??= require('typescript');
  if (loaded === undefined) throw new Error("The package 'typescript' has no exports.");
  return loaded;
};

const mapSchema = z.looseObject({ version: z.number(), sources: z.array(z.string()), names: z.array(z.string()), mappings: z.string() });

const payloadOf = (text: string): SourceMapPayload => {
  const { version, sources, names, mappings } = mapSchema.parse(JSON.parse(text));
  return { file: '', version, sources, sourcesContent: [], names, mappings, sourceRoot: '' };
};

/** JavaScript that a linter for JavaScript can read, in the newest dialect, so that nothing but types is rewritten. Comments are gone. */
export const toJavaScript = (code: string): Stripped => {
  const { ModuleKind, ScriptTarget, DiagnosticCategory, transpileModule, flattenDiagnosticMessageText, JsxEmit } = compiler();
  const {
    outputText,
    sourceMapText,
    diagnostics = [],
  } = transpileModule(code, {
    fileName: 'sample.ts',
    reportDiagnostics: true,
    compilerOptions: {
      target: ScriptTarget.ESNext,
      module: ModuleKind.ESNext,
      jsx: JsxEmit.Preserve,
      sourceMap: true,
      removeComments: true,
      experimentalDecorators: false,
    },
  });
  const first = diagnostics.find(({ category }) => category === DiagnosticCategory.Error);
  if (first !== undefined || sourceMapText === undefined) {
    const line = first?.start === undefined ? '?' : code.slice(0, first.start).split(/\r\n|\n|\r/).length;
    return { syntaxError: `line ${line}: ${first === undefined ? 'no source map' : flattenDiagnosticMessageText(first.messageText, ' ')}` };
  }
  const map = new SourceMap(payloadOf(sourceMapText));
  return {
    code: outputText.replace(/\n?\/\/# sourceMappingURL=\S*\s*$/, '\n'),
    placeOf: ({ line, column }) => {
      const entry: unknown = map.findEntry(line - 1, column - 1);
      const found = z.object({ originalLine: z.number(), originalColumn: z.number() }).safeParse(entry);
      return found.success ? { line: found.data.originalLine + 1, column: found.data.originalColumn + 1 } : undefined;
    },
  };
};
