import { arrangeJava } from '../arrange-java.ts';
import type { LanguageProfile } from './language-profile.ts';

const modifiers = '(?:(?:public|protected|private|static|final|abstract|synchronized|default|sealed|non-sealed|strictfp)\\s+)*';
/** A name with its brackets: `List<String>`, `int[]`, `Map.Entry<K, V>`. */
const type = '[A-Za-z_$][\\w$.]*(?:<[^()=;]*>)?(?:\\[\\])*';
const keyword =
  '(?:return|new|throw|else|case|assert|do|yield|static|async|abstract|get|set|readonly|override|virtual|function|string|bool|await|const|let|var)\\b';
const known = '(?:String|Integer|Long|Double|Boolean|Object|Path|File|List|Map|Set|Optional|StringBuilder|byte\\[\\]|int\\[\\]|long\\[\\])';

export const java: LanguageProfile = {
  language: 'java',
  tags: ['java', 'java8', 'java11', 'java17', 'java21', 'jdk17'],
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  strings: [
    { open: '"""', close: '"""', multiline: true },
    { open: '"', close: '"', multiline: false },
    { open: "'", close: "'", multiline: false },
  ],
  regexLiterals: false,
  signals: [
    /^\s*import\s+(?:static\s+)?(?:java|javax|jakarta|jdk|com|org|net|io)\.[\w.]+(?:\.\*)?;/,
    /^\s*package\s+[a-z][\w.]*;/,
    /^\s*(?:public|private|protected|final)\s+(?:(?:static|final|abstract|sealed)\s+)*(?:class|interface|enum|record)\s+\w+/,
    /^\s*(?:final\s+|static\s+)*class\s+\w+(?:<.*>)?(?:\s+extends\s+[\w.<>]+)?\s+implements\s+\w/,
    new RegExp(`^\\s*(?:public|private|protected)\\s+${modifiers}(?:<[^()]*>\\s+)?(?!${keyword})${type}\\s+\\w+\\s*\\(`),
    new RegExp(`^\\s*(?:public|private|protected)\\s+${modifiers}(?!${keyword})${type}\\s+\\w+\\s*(?:=[^>]|;)`),
    new RegExp(`^\\s*(?:static\\s+)?(?:final\\s+)?${known}(?:<[^()=;]*>)?(?:\\[\\])*\\s+\\w+\\s*(?:=|;)`),
    /\)\s*throws\s+[A-Z]\w*/,
    /\bthrow\s+new\s+\w+(?:Exception|Error)\s*\(.*;\s*$/,
    /\bcatch\s*\(\s*(?:final\s+)?[A-Z]\w*(?:Exception|Error|Throwable)(?:\s*\|\s*\w+)*\s+\w+\s*\)/,
    /\bSystem\.(?:out|err|in|getenv|getProperty|currentTimeMillis|nanoTime|exit)\b/,
    /\bfor\s*\(\s*(?:final\s+)?[A-Z][\w.]*(?:<[^()]*>)?(?:\[\])?\s+\w+\s*:\s/,
    /^\s*@(?:Override|SuppressWarnings|FunctionalInterface|Deprecated|SafeVarargs)\b/,
    /\b(?:Files|Paths|Objects|Arrays|Collections|Collectors|Integer|Long|Character|StandardCharsets|MessageDigest)\.\w/,
    /\b(?:Path|List|Map|Set|Optional)\.of\w*\(|\bPattern\.compile\(/,
    /\.(?:equals|equalsIgnoreCase|getBytes|toCharArray|printStackTrace|getMessage|stream)\(/,
    /\bnew\s+(?:ArrayList|LinkedHashMap|HashMap|HashSet|TreeMap|StringBuilder|File|BufferedReader|Scanner|SecureRandom)\b\s*[<(]/,
  ],
  codeLines: [
    /[;{]\s*(?:\/\/.*|\/\*.*)?$/,
    /^\s*[)\]}]+[;,]?\s*$/,
    /^\s*\}\s*(?:else|catch|finally|while)\b/,
    /^\s*(?:return|if|for|while|switch|case|default|break|continue|throw|try|do)\b.*[;{(:)>]\s*$/,
    /^\s*(?:\/\/|\/\*|\*\/|\*(?:\s|$))/,
    /^\s*@[A-Z]\w*(?:\(.*\))?\s*$/,
    /^\s*\.\w+\(/,
  ],
  definitions: [
    new RegExp(`^${modifiers}(?:class|interface|enum|record|@interface)\\s+(?<name>\\w+)`),
    new RegExp(`^${modifiers}(?:<[^()]*>\\s+)?(?!${keyword})${type}\\s+(?<name>\\w+)\\s*\\([^;]*$`),
  ],
  callableLine: new RegExp(
    `^${modifiers}(?:(?:class|interface|enum|record)\\s+\\w|(?:<[^()]*>\\s+)?(?!${keyword})${type}\\s+\\w+\\s*\\([^;]*$)`,
  ),
  importLine: /^(?:import\s+(?:static\s+)?[\w.]+(?:\.\*)?|package\s+[\w.]+)\s*;/,
  // An empty class does nothing, either.
  idleLine: /^(?:package[\w.]+;|(?:public|final|abstract)*class\w+)?[;{}]*$/,
  testLine: /^import\s+(?:static\s+)?(?:org\.junit|org\.testng|org\.mockito|org\.assertj)\b|^(?:public\s+)?class\s+\w*(?:Tests?|Demo)\b/,
  shellPrompts: { first: 'jshell>', further: '   ...>' },
  arrange: arrangeJava,
};
