import type { LanguageProfile } from './language-profile.ts';

export const python: LanguageProfile = {
  language: 'python',
  tags: ['python', 'py', 'python3', 'py3', 'python2', 'pycon', 'ipython', 'ipython3', 'python-repl', 'sage', 'gyp'],
  lineComments: ['#'],
  blockComments: [],
  strings: [
    { open: '"""', close: '"""', multiline: true },
    { open: "'''", close: "'''", multiline: true },
    { open: '"', close: '"', multiline: false },
    { open: "'", close: "'", multiline: false },
  ],
  regexLiterals: false,
  signals: [
    /^\s*(?:async\s+)?def\s+\w+\s*\(/,
    /^\s*class\s+\w+\s*(?:\([^)]*\))?\s*:/,
    /^\s*from\s+[\w.]+\s+import\s+\S/,
    /^\s*import\s+[\w.]+(?:\s+as\s+\w+)?(?:\s*,\s*[\w.]+)*\s*(?:#.*)?$/,
    /^\s*(?:if|elif|while|for|with|except)\b[^;{]*:\s*(?:#.*)?$/,
    /^\s*(?:else|try|finally)\s*:\s*(?:#.*)?$/,
    /^\s*@\w[\w.]*(?:\(.*\))?\s*$/,
    /^\s*(?:raise\s+\w+|pass\s*$|yield\s|return\s+(?:None|True|False)\s*$)/,
    /\bself\.\w/,
    /^\s*if\s+__name__\s*==/,
  ],
  codeLines: [
    /^\s*[A-Za-z_][\w.]*(?:\[[^\]]*\])?(?:\s*,\s*[\w.]+)*\s*(?::\s*[\w[\], .|]+)?\s*(?:[-+*/|&%]|\/\/|\*\*)?=\s*\S/,
    /^\s*(?:return\b|assert\s|del\s|global\s|nonlocal\s|break\s*$|continue\s*$)/,
    /^\s*[A-Za-z_][\w.]*\(.*\)?\s*(?:#.*)?$/,
    /^\s*(?:[rbuf]{0,2}"""|[rbuf]{0,2}''')/,
    /^\s*#/,
    /^\s*[)\]}]+[,:]?\s*$/,
  ],
  definitions: [/^(?:async\s+)?def\s+(?<name>\w+)/, /^class\s+(?<name>\w+)/, /^(?<name>[A-Za-z_]\w*)\s*(?::[^=]+)?=(?!=)/],
  callableLine: /^(?:async\s+)?(?:def|class)\s/,
  importLine: /^(?:from\s+[\w.]+\s+import\b|import\s+\w)/,
  idleLine: /^(?:[rbuf]{0,2}""|pass|\.\.\.)?;?$/,
  testLine:
    /^(?:(?:async\s+)?def\s+test_|class\s+Test|import\s+(?:unittest|pytest)|from\s+(?:unittest|pytest)|unittest\.main|assert\s|print\()/,
  shellPrompts: { first: '>>>', further: '...' },
  indented: { opener: /:\s*$/, unit: 4 },
};
