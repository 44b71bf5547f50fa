/** Languages that we only need to tell apart from those under test. Same line patterns as a profile's `signals`. */
export const otherLanguages: Readonly<Record<string, readonly RegExp[]>> = {
  'c#': [
    /^\s*using\s+System[\w.]*;/,
    /^\s*namespace\s+[\w.]+/,
    /\bConsole\.Write/,
    /\bpublic\s+(?:async\s+)?(?:static\s+)?(?:Task|string|IActionResult)\b/,
  ],
  rust: [
    /^\s*(?:pub\s+)?(?:async\s+)?fn\s+\w+/,
    /^\s*let\s+mut\s/,
    /^\s*use\s+[\w:]+::/,
    /\b(?:println|vec|format)!\s*[([]/,
    /\bimpl\b.*\{/,
  ],
  php: [/<\?php/, /^\s*\$\w+\s*=[^=]/, /^\s*(?:echo|function\s+\w+\s*\([^)]*\$)/, /\$this->/],
  ruby: [/^\s*require\s+['"]/, /^\s*end\s*$/, /^\s*puts\s/, /^\s*def\s+[\w.?!]+(?:\([^)]*\))?\s*$/, /\bdo\s*\|\w+/],
  shell: [
    /^#!\s*\/.*\b(?:ba|z|da)?sh\b/,
    /^\s*(?:sudo|apt-get|apt|npm|pip3?|curl|mkdir|chmod|export|echo)\s+\S/,
    /^\s*(?:fi|done|esac)\s*$/,
    /^\s*if\s+\[\[?\s/,
  ],
  html: [/<!DOCTYPE\s+html/i, /^\s*<\/?(?:html|head|body|div|form|script|style|title|meta|p|h1|ul|li|table)\b/i],
  sql: [/^\s*(?:CREATE\s+TABLE|INSERT\s+INTO|SELECT\s+.*\bFROM|DROP\s+TABLE|ALTER\s+TABLE|UPDATE\s+\w+\s+SET)\b/i],
  kotlin: [/^\s*fun\s+\w+\s*\(/, /^\s*val\s+\w+\s*[:=]/],
  json: [/^\s*"[^"]*"\s*:\s*(?:"|\d|\[|\{|true|false|null)/],
};

/** Languages that a candidate for the key's language may be written in without being called wrong: they share most lines. */
export const closeRelatives: Readonly<Record<string, readonly string[]>> = {
  javascript: ['json', 'html', 'sql'],
  typescript: ['json', 'html', 'sql'],
  python: ['html', 'sql', 'json'],
  c: ['sql', 'html'],
  cpp: ['sql', 'html'],
  go: ['sql', 'html', 'json'],
  java: ['sql', 'html', 'json'],
};
