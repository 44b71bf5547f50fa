import { describe, expect, it } from 'vitest';
import { type Case, extracting, lines } from './extracting.ts';

const head = lines('import os', '', 'def read(name):', '    """Reads a note."""');
const body = lines('    path = os.path.join("notes", name)', '    return open(path).read()');
const whole = head + body;
const jsHead = lines("const fs = require('fs');", '', 'function read(name) {');
const jsBody = lines("  return fs.readFileSync(name, 'utf8');", '}');
const cHead = lines('#include <string.h>', '', 'int length(const char *text)');
const cBody = lines('{', '    return (int)strlen(text);', '}');

const cases: readonly (Case & { readonly prefix: string; readonly code: string; readonly promptLines?: number })[] = [
  { says: 'puts the head before a body', prefix: head, text: body, code: whole },
  { says: 'takes a repeated head once', prefix: head, text: whole, code: whole },
  { says: 'takes a repeated head with Windows line ends once', prefix: head, text: whole.replaceAll('\n', '\r\n'), code: whole },
  {
    says: 'takes a repeated head with white space at line ends once',
    prefix: head,
    text: whole.replaceAll('\n', ' \n').trimEnd(),
    code: lines(
      ...whole.trimEnd().split('\n').slice(0, 4),
      ...body
        .trimEnd()
        .split('\n')
        .map((line) => `${line} `),
    ),
  },
  { says: 'takes a whole file in a block', prefix: head, text: `\`\`\`python\n${whole}\`\`\``, code: whole },
  { says: 'takes a body in a block', prefix: head, text: `\`\`\`python\n${body}\`\`\``, code: whole },
  {
    says: 'takes a repeated signature without the imports once',
    prefix: head,
    text: `${lines('def read(name):', '    """Reads a note."""')}${body}`,
    code: whole,
  },
  {
    says: 'keeps the answer’s own version of a head in other white space',
    prefix: head,
    text: lines('import os', 'def read(name):', '  """Reads a note."""', '  return os.listdir(name)'),
    code: lines('import os', 'def read(name):', '  """Reads a note."""', '  return os.listdir(name)'),
    promptLines: 3,
  },
  {
    says: 'adds missing imports to a function that was written anew',
    prefix: head,
    text: `\`\`\`python\ndef read(name):\n    """Other words."""\n    return os.listdir(name)\n\`\`\``,
    code: lines('import os', '', 'def read(name):', '    """Other words."""', '    return os.listdir(name)'),
    promptLines: 2,
  },
  {
    says: 'keeps a file that was written anew with more imports',
    prefix: head,
    text: lines('import os', 'import re', '', 'def read(name):', '    return re.escape(name)'),
    code: lines('import os', 'import re', '', 'def read(name):', '    return re.escape(name)'),
    promptLines: 0,
  },
  { says: 'indents a first line that lost its white space', prefix: head, text: body.trimStart(), code: whole },
  {
    says: 'indents a body that stands at the margin',
    prefix: head,
    text: lines('path = os.path.join("notes", name)', 'return open(path).read()'),
    code: whole,
  },
  {
    says: 'moves a body with another base',
    prefix: head,
    text: lines('  if name:', '    return 1', '  return 2'),
    code: head + lines('    if name:', '      return 1', '    return 2'),
  },
  {
    says: 'turns tabs of a body into spaces',
    prefix: head,
    text: lines('\tif name:', '\t\treturn 1', '\treturn 2'),
    code: head + lines('    if name:', '        return 1', '    return 2'),
  },
  {
    says: 'leaves the first indentation of a bare signature to the model',
    prefix: 'def f():\n',
    text: '  return 1\n',
    code: 'def f():\n  return 1\n',
  },
  { says: 'indents a body under a bare signature', prefix: 'def f():\n', text: 'return 1\n', code: 'def f():\n    return 1\n' },
  {
    says: 'does not move lines inside a multi-line string',
    prefix: head,
    text: lines('query = """', 'SELECT', '"""', 'return query'),
    code: head + lines('    query = """', 'SELECT', '"""', '    return query'),
  },
  {
    says: 'leaves later functions at the margin',
    prefix: head,
    text: lines('return help(name)', '', 'def help(name):', '    return name'),
    code: head + lines('    return help(name)', '', 'def help(name):', '    return name'),
  },
  { says: 'starts a new line after a head that lacks its line end', prefix: head.trimEnd(), text: body, code: whole },
  {
    says: 'goes on within a line that the head left open',
    prefix: 'def f(x):\n    return',
    text: ' x + 1\n',
    code: 'def f(x):\n    return x + 1\n',
    promptLines: 1,
  },
  {
    says: 'goes on inside an open docstring',
    prefix: 'def f():\n    """Adds',
    text: ' two numbers.\n    """\n    return 1\n',
    code: 'def f():\n    """Adds two numbers.\n    """\n    return 1\n',
    promptLines: 1,
  },
  {
    says: 'drops remarks around a body',
    prefix: head,
    text: `Here is the rest:\n\n${body}\nIt reads a file and returns the text.`,
    code: whole,
  },
  { says: 'ends at a mark that closes the prompt’s own fence', prefix: head, text: `${body}\`\`\`\n\nThis reads the note.`, code: whole },
  { says: 'continues JavaScript', language: 'javascript', prefix: jsHead, text: jsBody, code: jsHead + jsBody },
  { says: 'takes a repeated JavaScript head once', language: 'javascript', prefix: jsHead, text: jsHead + jsBody, code: jsHead + jsBody },
  {
    says: 'never defines a JavaScript constant twice',
    language: 'javascript',
    prefix: lines("const fs = require('fs');", "const path = require('path');", ''),
    text: lines("const fs = require('fs');", 'exports.read = (name) => fs.readFileSync(path.basename(name));'),
    code: lines(
      "const path = require('path');",
      '',
      "const fs = require('fs');",
      'exports.read = (name) => fs.readFileSync(path.basename(name));',
    ),
    promptLines: 2,
  },
  { says: 'continues C', language: 'c', prefix: cHead, text: cBody, code: cHead + cBody },
  {
    says: 'takes C with the brace on the signature’s line',
    language: 'c',
    prefix: cHead,
    text: lines('int length(const char *text) {', '    return (int)strlen(text);', '}'),
    code: lines('#include <string.h>', '', 'int length(const char *text) {', '    return (int)strlen(text);', '}'),
    promptLines: 2,
  },
  {
    says: 'cuts a cut answer back to the last complete definition',
    prefix: head,
    finishReason: 'length',
    text: `${body}\ndef other(name):\n    return open(na`,
    code: whole,
  },
];

describe('an answer that continues the head of a file', () => {
  it.each(cases)('$says', ({ code, promptLines, ...request }) => {
    const found = extracting(request);
    expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
    const own = promptLines ?? request.prefix.trimEnd().split('\n').length;
    expect(found.promptLines).toEqual(own === 0 ? [] : [{ from: 1, to: own }]);
  });

  it('records every repair as a step', () => {
    expect(extracting({ prefix: head, text: body.trimStart() }).provenance.steps).toEqual(['indented the first line', 'prepended prefix']);
  });

  it('marks only lines that the prompt holds', () => {
    const { code, promptLines } = extracting({ prefix: head, text: body });
    const own = code.split('\n').slice(0, promptLines[0]?.to);
    expect(own).toEqual(head.trimEnd().split('\n'));
  });
});
