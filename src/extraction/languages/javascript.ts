import type { LanguageProfile } from './language-profile.ts';

export const javascript: LanguageProfile = {
  language: 'javascript',
  tags: ['javascript', 'js', 'node', 'nodejs', 'node.js', 'mjs', 'cjs', 'jsx', 'es6', 'ecmascript', 'typescript', 'ts', 'tsx'],
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  strings: [
    { open: '`', close: '`', multiline: true },
    { open: '"', close: '"', multiline: false },
    { open: "'", close: "'", multiline: false },
  ],
  regexLiterals: true,
  signals: [
    /^\s*(?:export\s+(?:default\s+)?)?(?:const|let|var)\s+(?:[\w$]+|[{[][^=]*[}\]])\s*(?:=|;|$)/,
    /^\s*(?:export\s+(?:default\s+)?)?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*\(/,
    /\brequire\s*\(\s*['"`]/,
    /\bmodule\.exports\b|^\s*exports\.\w/,
    /^\s*(?:import\s+.*\s+from\s+['"]|import\s+['"]|export\s+[{*])/,
    /=>\s*(?:\{|\(|[\w$'"`[!])/,
    /[=!]==/,
    /\bconsole\.(?:log|error|warn)\(/,
    /^\s*class\s+[\w$]+(?:\s+extends\s+[\w$.]+)?\s*\{/,
    /\bnew\s+(?:Error|TypeError|Promise|URL|Map|Set)\b/,
    /\b(?:typeof|undefined)\b/,
  ],
  codeLines: [
    /[;{]\s*(?:\/\/.*)?$/,
    /^\s*[)\]}]+[;,]?\s*$/,
    /^\s*\}\s*(?:else|catch|finally|while)\b/,
    /^\s*(?:return|if|for|while|switch|case|break|continue|throw|try|await)\b.*[;{(:]?\s*$/,
    /^\s*(?:\/\/|\/\*|\*\/|\*(?:\s|$))/,
    /^\s*['"]use strict['"]/,
    /^\s*[A-Za-z_$][\w$.]*\(.*\)?;?\s*$/,
    /^\s*[A-Za-z_$][\w$.[\]'"]*\s*=\s*\S/,
  ],
  definitions: [
    /^(?:export\s+(?:default\s+)?)?(?:async\s+)?function\s*\*?\s*(?<name>[\w$]+)/,
    /^(?:export\s+(?:default\s+)?)?class\s+(?<name>[\w$]+)/,
    /^(?:export\s+)?(?:const|let|var)\s+(?<name>[\w$]+)/,
    /^(?:export\s+)?(?:const|let|var)\s+\{(?<names>[^}]*)\}/,
    /^(?:module\.)?exports\.(?<name>[\w$]+)\s*=/,
  ],
  callableLine:
    /^(?:export\s+(?:default\s+)?)?(?:async\s+)?(?:function|class)\b|^(?:export\s+)?(?:const|let|var)\s+[\w$]+\s*=\s*(?:async\b|function\b|\(|[\w$]+\s*=>)/,
  importLine: /^(?:import\b|(?:const|let|var)\s+[^=]{1,200}=\s*(?:await\s+import|require)\s*\(|['"]use strict['"])/,
  idleLine: /^(?:"")?[;{}]*$/,
  testLine:
    /^(?:describe|it|test|beforeEach|afterEach)\s*\(|^(?:const|import)\s+.{0,80}(?:jest|mocha|chai|vitest|supertest)\b|^console\.(?:log|assert)\(|^assert[.(]/,
  shellPrompts: { first: '>', further: '...' },
};
