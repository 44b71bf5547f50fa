import { describe, expect, it } from 'vitest';
import type { SampleKind } from '../../src/core/index.ts';
import { definitionsOf } from '../../src/extraction/definitions.ts';
import { profiles } from '../../src/extraction/languages/index.ts';
import { type Case, extracting, lines } from './extracting.ts';

const file = lines(
  '#include <fstream>',
  '#include <string>',
  '',
  'std::string read_note(const std::string &folder, const std::string &name) {',
  '  std::ifstream in(folder + "/" + name);',
  '  return {std::istreambuf_iterator<char>(in), {}};',
  '}',
);
const plain = lines('#include <stddef.h>', '', 'int sum(const int *values, size_t count) {', '  return values[0] + (int)count;', '}');
const head = lines('#include <string>', '', '/** Reads a note. */', 'std::string read_note(const std::string &name) {');
const body = lines('  const auto path = "notes/" + name;', '  return path;', '}');

const cpp = (found: Omit<Case, 'says'>) => extracting({ ...found, language: 'cpp' });

describe('an answer in C++', () => {
  it.each<Case & { readonly code: string }>([
    { says: 'stands in a block', text: `Here you are:\n\n\`\`\`cpp\n${file}\`\`\`\n\nIt reads the note.`, code: file },
    { says: 'stands in a block with another tag', text: `\`\`\`c++\n${file}\`\`\``, code: file },
    { says: 'stands in a block of its standard', text: `\`\`\`C++20\n${file}\`\`\``, code: file },
    { says: 'stands alone between remarks', text: `This is the file.\n\n${file}\nThe note is read as it is.`, code: file },
    { says: 'may be plain C', text: `\`\`\`c\n${plain}\`\`\``, code: plain },
    {
      says: 'keeps a raw text of several lines with brackets and a backslash',
      text: `\`\`\`cpp\n${lines('#include <string>', 'const std::string page = R"html({ (', '"\\)html" + std::string(")");', 'int f() { return 1; }')}\`\`\`\nIt is a page.`,
      code: lines('#include <string>', 'const std::string page = R"html({ (', '"\\)html" + std::string(")");', 'int f() { return 1; }'),
    },
    {
      says: 'leaves out a demonstration in a block of its own',
      text: `\`\`\`cpp\n${file}\`\`\`\nUse it so:\n\`\`\`cpp\nint main() {\n  read_note("a", "b");\n}\n\`\`\``,
      code: file,
    },
    {
      says: 'leaves out its tests',
      text: `\`\`\`cpp\n${file}\`\`\`\n\`\`\`cpp\n#include <gtest/gtest.h>\n\nTEST(Notes, Reads) {\n  read_note("a", "b");\n}\n\`\`\``,
      code: file,
    },
    {
      says: 'joins a part that it needs',
      wanted: ['read_note'],
      text: '```cpp\nstatic bool is_plain(const std::string &name) { return name == "a"; }\n```\nand\n```cpp\nstd::string read_note(const std::string &name) {\n  return is_plain(name) ? name : "";\n}\n```',
      code: lines(
        'static bool is_plain(const std::string &name) { return name == "a"; }',
        '',
        'std::string read_note(const std::string &name) {',
        '  return is_plain(name) ? name : "";',
        '}',
      ),
    },
    { says: 'continues a head', prefix: head, text: body, code: head + body },
    { says: 'repeats a head once', prefix: head, text: `\`\`\`cpp\n${head}${body}\`\`\``, code: head + body },
    {
      says: 'writes the function of a head anew',
      prefix: head,
      text: `\`\`\`cpp\n#include <filesystem>\n\nstd::string read_note(const std::string &name)\n{\n${body}\`\`\``,
      code: `${lines('#include <string>', '', '#include <filesystem>', '', 'std::string read_note(const std::string &name)', '{')}${body}`,
    },
  ])('$says', ({ code, ...found }) => {
    const { kind, code: got } = cpp(found);
    expect({ kind, code: got.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
  });

  it.each<Case & { readonly kind: SampleKind }>([
    { says: 'nothing but includes is empty', text: '```cpp\n```', kind: 'empty' },
    { says: 'Python is the wrong language', text: '```python\nimport os\n\ndef f():\n    return os.getcwd()\n```', kind: 'wrong-language' },
    {
      says: 'Java is the wrong language',
      text: '```java\npublic class Note {\n    public static String read(String name) {\n        return name;\n    }\n}\n```',
      kind: 'wrong-language',
    },
    { says: 'a cut body is truncated', text: '```cpp\nint f(int a) {\n  return', kind: 'truncated' },
  ])('$says', ({ kind, ...found }) => {
    expect(cpp(found).kind).toBe(kind);
  });

  it.each(['c', 'python', 'javascript', 'typescript'] as const)('is the wrong language for %s', (language) => {
    expect(extracting({ language, text: `\`\`\`cpp\n${file}\`\`\`` }).kind).toBe('wrong-language');
    expect(extracting({ language, text: file }).kind).toBe('wrong-language');
  });

  it.each([
    '#include <cstring>\nint f(const char *s) {\n  return (int)strlen(s);\n}\n',
    '#include <stdint.h>\nint f(long x) {\n  return static_cast<int>(x);\n}\n',
    'template <typename T>\nT f(T x) {\n  return x;\n}\n',
  ])('is the wrong language for C by one line that C has not', (code) => {
    expect(extracting({ language: 'c', text: `\`\`\`c\n${code}\`\`\`` }).kind).toBe('wrong-language');
  });

  it.each<readonly [string, string]>([
    ['std::string read_note(const std::string &name) {', 'read_note'],
    ['[[nodiscard]] static inline const std::vector<std::pair<int, char>> &pairs_of(int a)', 'pairs_of'],
    ['std::function<int(int)> make() { return one; }', 'make'],
    ['int one() { return 1; }', 'one'],
    ['auto two(int a) -> int {', 'two'],
    ['void Note::save() const {', 'Note::save'],
    ['class Note final : public Base {', 'Note'],
    ['using Names = std::vector<std::string>;', 'Names'],
    ['namespace notes {', 'notes'],
    ['#define LIMIT 10', 'LIMIT'],
  ])('defines what %s names', (line, name) => {
    expect(definitionsOf([line], profiles.cpp).map((each) => each.name)).toEqual([name]);
  });

  it.each(['std::string read_note(const std::string &name);', 'using namespace std;', 'return f(x);', 'std::string start("a");'])(
    'defines nothing by %s',
    (line) => {
      expect(definitionsOf([line], profiles.cpp)).toEqual([]);
    },
  );
});
