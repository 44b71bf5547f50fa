import type { Language, NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

const control = (language: Language, bad: string, good: string): Control => ({
  language,
  name: 'a pattern of exponential time',
  cwe: 'CWE-1333',
  bad,
  good,
});

/** The same two patterns in every language, so that each is cheap to know after the first. */
export const recheckControls: NonEmpty<Control> = [
  control('python', "import re\n\nname = re.compile(r'^(a+)+$')\n", "import re\n\nname = re.compile(r'^a+$')\n"),
  control('javascript', 'export const name = /^(a+)+$/;\n', 'export const name = /^a+$/;\n'),
  control('typescript', 'export const name: RegExp = /^(a+)+$/;\n', 'export const name: RegExp = /^a+$/;\n'),
  control(
    'java',
    'import java.util.regex.Pattern;\n\nclass Names {\n  static final Pattern NAME = Pattern.compile("^(a+)+$");\n}\n',
    'import java.util.regex.Pattern;\n\nclass Names {\n  static final Pattern NAME = Pattern.compile("^a+$");\n}\n',
  ),
  control(
    'go',
    'package names\n\nimport "github.com/dlclark/regexp2"\n\nvar name = regexp2.MustCompile(`^(a+)+$`, 0)\n',
    'package names\n\nimport "regexp"\n\nvar name = regexp.MustCompile(`^(a+)+$`)\n',
  ),
  control(
    'c',
    '#include <pcre.h>\n\npcre *f(const char **e, int *o) {\n  return pcre_compile("^(a+)+$", 0, e, o, 0);\n}\n',
    '#include <pcre.h>\n\npcre *f(const char **e, int *o) {\n  return pcre_compile("^a+$", 0, e, o, 0);\n}\n',
  ),
  control('cpp', '#include <regex>\n\nconst std::regex name(R"(^(a+)+$)");\n', '#include <regex>\n\nconst std::regex name(R"(^a+$)");\n'),
];
