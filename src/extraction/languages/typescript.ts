import { javascript } from './javascript.ts';
import type { LanguageProfile } from './language-profile.ts';

const beyondJavascript: readonly RegExp[] = [
  /^\s*(?:export\s+)?(?:declare\s+)?(?:interface|type|enum|namespace)\s+\w+\s*(?:<.*>)?\s*(?:extends\b.*)?[={]/,
  /\)\s*:\s*(?:Promise<|string|number|boolean|void|any|unknown|never|Buffer|Uint8Array|Record<|Map<|Set<|Array<)[^;]*(?:\{|=>.*)\s*$/,
  /\b(?:const|let)\s+\w+\s*:\s*\w/,
  /^\s*import\s+type\s|^\s*export\s+type\s*\{/,
];

/** JavaScript is TypeScript, so whatever speaks for the one speaks for the other. */
export const typescript: LanguageProfile = {
  ...javascript,
  language: 'typescript',
  tags: ['typescript', 'ts', 'tsx', 'mts', 'cts', ...javascript.tags.filter((tag) => !/^ts|^typescript/.test(tag))],
  signals: [
    ...javascript.signals,
    ...beyondJavascript,
    /^\s*(?:export\s+)?(?:abstract\s+)?class\s+\w+(?:<.*>)?(?:\s+(?:extends|implements)\s.*)?\s*\{/,
    /^\s*(?:public|private|protected)?\s*readonly\s+\w+[?!]?\s*:/,
    /^\s*(?:export\s+(?:default\s+)?)?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*<.*>\s*\(/,
    /\bas\s+(?:const|unknown|any|string|number)\b/,
    /\b(?:keyof\s+typeof|satisfies\s+\w)/,
  ],
  codeLines: [...javascript.codeLines, /^\s*(?:readonly\s+)?[\w$]+[?!]?\s*:\s*[\w$<>[\]| '"{}.]+[;,]?\s*$/],
  definitions: [
    /^(?:export\s+(?:default\s+)?)?(?:declare\s+)?(?:abstract\s+class|interface|type|(?:const\s+)?enum|namespace)\s+(?<name>[\w$]+)/,
    ...javascript.definitions,
  ],
  callableLine: new RegExp(
    `${javascript.callableLine.source}|^(?:export\\s+(?:default\\s+)?)?abstract\\s+class\\b|^(?:export\\s+)?(?:const|let|var)\\s+[\\w$]+\\s*:[^=]+=\\s*(?:async\\b|function\\b|\\()`,
  ),
  extends: { language: 'javascript', lines: 2, patterns: beyondJavascript },
};
