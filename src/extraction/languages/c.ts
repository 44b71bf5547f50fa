import type { LanguageProfile } from './language-profile.ts';

const type =
  '(?:void|char|short|int|long|float|double|bool|_Bool|unsigned|signed|size_t|ssize_t|FILE|u?int(?:8|16|32|64|ptr)_t|struct\\s+\\w+)';

export const c: LanguageProfile = {
  language: 'c',
  tags: ['c', 'h', 'c99', 'c11', 'c17', 'ansi-c', 'gnu-c', 'cpp', 'c++', 'cc', 'cxx'],
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  strings: [
    { open: '"', close: '"', multiline: false },
    { open: "'", close: "'", multiline: false },
  ],
  regexLiterals: false,
  signals: [
    /^\s*#\s*(?:include\s*[<"]|define\s+\w|ifdef\b|ifndef\b|pragma\b|undef\b)/,
    new RegExp(`^\\s*(?:static\\s+|const\\s+|extern\\s+|inline\\s+)*${type}\\s*[\\s*]*\\w+\\s*(?:\\(|\\[|=|;|,)`),
    /\w->\w/,
    /\b(?:malloc|calloc|realloc|free|sizeof|strlen|strcpy|strncpy|memcpy|memset|snprintf|printf|fprintf)\s*\(/,
    /^\s*(?:typedef\s+)?(?:struct|enum|union)\s+\w*\s*\{/,
    /\bNULL\b/,
  ],
  codeLines: [
    /[;{]\s*(?:\/\/.*|\/\*.*)?$/,
    /^\s*[)\]}]+[;,]?\s*$/,
    /^\s*\}\s*(?:else|while)\b/,
    /^\s*(?:return|if|for|while|switch|case|break|continue|goto|do)\b.*[;{(:)]\s*$/,
    /^\s*(?:\/\/|\/\*|\*\/|\*(?:\s|$))/,
    /^\s*#\s*(?:if|else|elif|endif|error)\b/,
  ],
  definitions: [
    /^[A-Za-z_][\w\s*]{0,120}?[\s*](?<name>\w+)\s*\([^;]*$/,
    /^#\s*define\s+(?<name>\w+)/,
    /^(?:typedef\s+)?(?:struct|enum|union)\s+(?<name>\w+)\s*\{?/,
  ],
  callableLine: /^[A-Za-z_][\w\s*]{0,120}?[\s*]\w+\s*\([^;]*$/,
  importLine: /^#\s*(?:include|define|pragma)\b/,
  idleLine: /^[;{}]*$/,
  testLine: /^(?:int\s+main\s*\(|void\s+test_)/,
};
