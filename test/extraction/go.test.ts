import { describe, expect, it } from 'vitest';
import type { SampleKind } from '../../src/core/index.ts';
import { type Case, extracting, lines } from './extracting.ts';

const file = lines(
  'package main',
  '',
  'import (',
  '\t"os"',
  '\t"path/filepath"',
  ')',
  '',
  'func readNote(folder string, name string) (string, error) {',
  '\tcontent, err := os.ReadFile(filepath.Join(folder, name))',
  '\treturn string(content), err',
  '}',
);
const head = lines('// Notes of a club.', 'package main', '', '// readNote reads a note.', 'func readNote(name string) (string, error) {');
const serviceHead = lines('package main', '', 'import "net/http"', '', '// newHandler serves.', 'func newHandler() http.Handler {');
const documented = lines('// readNote reads a note.', 'func readNote(name string) (string, error) {');
const body = lines(
  '\tcontent, err := os.ReadFile(name)',
  '\tif err != nil {',
  '\t\treturn "", err',
  '\t}',
  '\treturn string(content), nil',
  '}',
);

const go = (found: Omit<Case, 'says'>) => extracting({ ...found, language: 'go' });

describe('an answer in Go', () => {
  it.each<Case & { readonly code: string }>([
    {
      says: 'stands in a block',
      text: `Here you are:\n\n\`\`\`go\n${file}\`\`\`\n\nIt reads the note and returns a nil error.`,
      code: file,
    },
    { says: 'stands in a block with the long tag', text: `\`\`\`golang\n${file}\`\`\``, code: file },
    { says: 'stands alone', text: file, code: file },
    { says: 'stands alone between remarks', text: `This is the file.\n\n${file}\nThe note is read as it is.`, code: file },
    {
      says: 'keeps a raw string that ends with a backslash',
      text: `\`\`\`go\n${lines('package main', '', 'const separator = `\\`', '', 'func f() string { return separator + "`" }')}\`\`\``,
      code: lines('package main', '', 'const separator = `\\`', '', 'func f() string { return separator + "`" }'),
    },
    {
      says: 'leaves out a demonstration in a block of its own',
      text: `\`\`\`go\n${file}\`\`\`\nUse it so:\n\`\`\`go\npackage main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(readNote("a", "b"))\n}\n\`\`\``,
      code: file,
    },
    {
      says: 'leaves out its tests',
      text: `\`\`\`go\n${file}\`\`\`\n\`\`\`go\npackage main\n\nimport "testing"\n\nfunc TestReadNote(t *testing.T) {\n\treadNote("a", "b")\n}\n\`\`\``,
      code: file,
    },
    {
      says: 'joins blocks under one package clause, imports once',
      wanted: ['readNote', 'clean'],
      text: '```go\npackage main\n\nimport "os"\n\nfunc readNote(name string) (string, error) {\n\tcontent, err := os.ReadFile(clean(name))\n\treturn string(content), err\n}\n```\nand\n```go\npackage main\n\nimport (\n\t"os"\n\t"path"\n)\n\nfunc clean(name string) string {\n\treturn path.Base(name) + string(os.PathSeparator)\n}\n```',
      code: lines(
        'package main',
        '',
        'import (',
        '\t"os"',
        '\t"path"',
        ')',
        '',
        'func readNote(name string) (string, error) {',
        '\tcontent, err := os.ReadFile(clean(name))',
        '\treturn string(content), err',
        '}',
        '',
        '',
        '',
        'func clean(name string) string {',
        '\treturn path.Base(name) + string(os.PathSeparator)',
        '}',
      ),
    },
  ])('$says', ({ code, ...request }) => {
    const found = go(request);
    expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
  });

  it('without a package clause is left as it is', () => {
    const text = lines('func f() int {', '\treturn 1', '}');
    expect(go({ text }).code).toBe(text);
  });

  it.each<Case & { readonly kind: SampleKind }>([
    { says: 'a package clause alone is empty', text: '```go\npackage main\n```', kind: 'empty' },
    { says: 'a head that is repeated and nothing else is empty', prefix: head, text: head, kind: 'empty' },
    { says: 'a body that only closes is empty', prefix: documented, text: '}\n', kind: 'empty' },
    { says: 'an unclosed block inside a function is truncated', text: '```go\npackage main\n\nfunc f() {\n\tif true {', kind: 'truncated' },
    { says: 'Python is the wrong language', text: '```python\nimport os\n\ndef f():\n    return os.getcwd()\n```', kind: 'wrong-language' },
    {
      says: 'Java under a Go tag is the wrong language',
      text: '```go\npublic class A {\n    public static String f(String a) {\n        return a;\n    }\n}\n```',
      kind: 'wrong-language',
    },
    { says: 'prose about nil is unparsable', text: 'The function returns nil if nothing was found.', kind: 'unparsable' },
    {
      says: 'a page in a raw string is still Go',
      text: '```go\npackage main\n\nconst page = `\n<html>\n<body>\n<script>\nconst a = 1;\nlet b = 2;\nfunction f() {\n}\n</script>\n`\n\nfunc f() string { return page }\n```',
      kind: 'code',
    },
  ])('$says', ({ kind, ...request }) => {
    expect(go(request).kind).toBe(kind);
  });

  it.each(['python', 'javascript', 'c'] as const)('is the wrong language for %s', (language) => {
    expect(extracting({ language, text: `\`\`\`go\n${file}\`\`\`` }).kind).toBe('wrong-language');
    expect(extracting({ language, text: file }).kind).toBe('wrong-language');
  });
});

type Continued = Case & { readonly prefix: string; readonly code: string; readonly own: readonly (readonly [from: number, to: number])[] };

describe('an answer that continues the head of a Go file', () => {
  it.each<Continued>([
    {
      says: 'gets the imports that it had no place for',
      prefix: head,
      text: body,
      code:
        lines('// Notes of a club.', 'package main', '', 'import (', '\t"os"', ')', '', '// readNote reads a note.') +
        documented.slice(26) +
        body,
      own: [
        [1, 2],
        [8, 9],
      ],
    },
    {
      says: 'gets a package clause where the head is a documentation alone',
      prefix: documented,
      text: lines('\treturn name, nil', '}'),
      code: lines('package main', '') + documented + lines('\treturn name, nil', '}'),
      own: [[3, 4]],
    },
    {
      says: 'is not touched where it needs nothing',
      prefix: head,
      text: lines('\treturn name, nil', '}'),
      code: head + lines('\treturn name, nil', '}'),
      own: [[1, 5]],
    },
    {
      says: 'keeps its own file where it wrote the head anew',
      prefix: serviceHead,
      text: `\`\`\`go\n${lines('package main', '', 'import (', '\t"fmt"', '\t"net/http"', ')', '', 'func newHandler() http.Handler {', '\tfmt.Println()', '\treturn nil', '}')}\`\`\``,
      code: lines(
        'package main',
        '',
        'import (',
        '\t"net/http"',
        '\t"fmt"',
        ')',
        '',
        'func newHandler() http.Handler {',
        '\tfmt.Println()',
        '\treturn nil',
        '}',
      ),
      own: [[4, 4]],
    },
    {
      says: 'gets no import for a variable',
      prefix: documented,
      text: lines(
        '\turl, err := url.Parse(name)',
        '\tfor _, user := range users {',
        '\t\tuser.Name = url.Host',
        '\t}',
        '\treturn name, err',
        '}',
      ),
      code:
        lines('package main', '', 'import (', '\t"net/url"', ')', '') +
        documented +
        lines(
          '\turl, err := url.Parse(name)',
          '\tfor _, user := range users {',
          '\t\tuser.Name = url.Host',
          '\t}',
          '\treturn name, err',
          '}',
        ),
      own: [[7, 8]],
    },
    {
      says: 'gets no import where it is not plain which is meant',
      prefix: documented,
      text: lines('\trand.Read(salt)', '\treturn template.HTMLEscapeString(name), nil', '}'),
      code: lines('package main', '') + documented + lines('\trand.Read(salt)', '\treturn template.HTMLEscapeString(name), nil', '}'),
      own: [[3, 4]],
    },
    {
      says: 'gets the one package that has what it uses',
      prefix: documented,
      text: lines('\tn, err := rand.Int(rand.Reader, max)', '\treturn n.String(), err', '}'),
      code:
        lines('package main', '', 'import (', '\t"crypto/rand"', ')', '') +
        documented +
        lines('\tn, err := rand.Int(rand.Reader, max)', '\treturn n.String(), err', '}'),
      own: [[7, 8]],
    },
  ])('$says', ({ code, own, ...request }) => {
    const found = go(request);
    expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
    expect(found.promptLines).toEqual(own.map(([from, to]) => ({ from, to })));
  });

  it('names what was added', () => {
    expect(go({ prefix: documented, text: body }).provenance.steps).toEqual([
      'prepended prefix',
      'added the package clause',
      'added imports: os',
    ]);
  });

  it('gets no import where it wrote imports of its own', () => {
    const text = lines(
      'import "fmt"',
      '',
      'func readNote(name string) (string, error) {',
      '\tfmt.Println(os.Args)',
      '\treturn name, nil',
      '}',
    );
    expect(go({ prefix: documented, text }).code).not.toContain('"os"');
  });
});
