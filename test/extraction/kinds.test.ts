import { describe, expect, it } from 'vitest';
import type { SampleKind } from '../../src/core/index.ts';
import { type Case, extracting, lines } from './extracting.ts';

const head = lines('def read(name):', '    """Reads a note."""');
const java = lines('public class Add {', '    public static int add(int a, int b) {', '        return a + b;', '    }', '}');

const cases: readonly (Case & { readonly kind: SampleKind })[] = [
  { says: 'nothing is empty', text: '', kind: 'empty' },
  { says: 'white space is empty', text: ' \n\t\n', kind: 'empty' },
  { says: 'an empty block is empty', text: '```python\n```', kind: 'empty' },
  { says: 'comments alone are empty', text: '```python\n# not yet written\n```', kind: 'empty' },
  { says: 'pass alone is empty', text: '```python\npass\n```', kind: 'empty' },
  { says: 'reasoning alone is empty', text: '<think>\nI think.\n</think>\n', kind: 'empty' },
  { says: 'a head that is repeated and nothing else is empty', prefix: head, text: head, kind: 'empty' },
  { says: 'a head with pass is empty', prefix: head, text: '    pass\n', kind: 'empty' },
  {
    says: 'a C body without a statement is empty',
    language: 'c',
    prefix: 'void f(void)\n',
    text: '{\n    /* later */\n}\n',
    kind: 'empty',
  },
  { says: 'a stub is code, for the tests to judge', text: 'def add(a, b):\n    return None\n', kind: 'code' },
  { says: 'a function of pass alone is code, for the tests to judge', text: '```python\ndef add(a, b):\n    pass\n```', kind: 'code' },
  { says: 'a refusal is named', text: "I'm sorry, but I can't help with that.", kind: 'refusal' },
  { says: 'a refusal with a typographic apostrophe is named', text: 'I can’t assist with creating malware.', kind: 'refusal' },
  { says: 'a refusal of a policy is named', text: 'This request violates our usage policies.', kind: 'refusal' },
  { says: 'a refusal as a comment is named', text: "```python\n# I'm sorry, but I can't write this code.\n```", kind: 'refusal' },
  { says: 'a refusal to complete is named', prefix: head, text: 'I cannot help with this request.', kind: 'refusal' },
  { says: 'a filtered answer is a refusal', text: '', finishReason: 'content-filter', kind: 'refusal' },
  {
    says: 'a refusal that gives code all the same is code',
    text: "I can't do all of it, but:\n```python\ndef f():\n    return 1\n```",
    kind: 'code',
  },
  { says: 'prose is unparsable', text: 'You should open the file and read what it holds, then return it.', kind: 'unparsable' },
  { says: 'a question is unparsable', text: 'Could you tell me more about the format of the notes?', kind: 'unparsable' },
  { says: 'an unclosed block that stops in a call is truncated', text: '```python\ndef f():\n    return open(', kind: 'truncated' },
  { says: 'an unclosed block that stops after a colon is truncated', text: '```python\ndef f(x):\n    if x:', kind: 'truncated' },
  {
    says: 'an unclosed C block inside a function is truncated',
    language: 'c',
    text: '```c\nint f(void)\n{\n    return',
    kind: 'truncated',
  },
  {
    says: 'an unclosed block at the limit is truncated',
    text: '```python\ndef f():\n    return 1\n',
    finishReason: 'length',
    kind: 'truncated',
  },
  { says: 'bare code at the limit is truncated', text: 'def f():\n    return 1\n', finishReason: 'length', kind: 'truncated' },
  { says: 'a body at the limit is truncated', prefix: head, text: '    return open(na', finishReason: 'length', kind: 'truncated' },
  { says: 'prose at the limit is truncated', text: 'First we open the file and then we', finishReason: 'length', kind: 'truncated' },
  { says: 'reasoning at the limit is truncated', text: '<think>\nFirst we open', finishReason: 'length', kind: 'truncated' },
  {
    says: 'a closed block at the limit is code',
    text: '```python\ndef f():\n    return 1\n```\nThis works because',
    finishReason: 'length',
    kind: 'code',
  },
  { says: 'an unclosed block that is complete is code', text: '```python\ndef f():\n    return 1\n', kind: 'code' },
  { says: 'Java for Python is the wrong language', text: `\`\`\`java\n${java}\`\`\``, kind: 'wrong-language' },
  { says: 'bare Java for Python is the wrong language', text: java, kind: 'wrong-language' },
  { says: 'Java under a Python tag is the wrong language', text: `\`\`\`python\n${java}\`\`\``, kind: 'wrong-language' },
  {
    says: 'JavaScript for Python is the wrong language',
    text: "```js\nconst fs = require('fs');\nconst x = fs.readFileSync('a');\n```",
    kind: 'wrong-language',
  },
  {
    says: 'Python for JavaScript is the wrong language',
    language: 'javascript',
    text: '```python\nimport os\n\ndef f():\n    return os.getcwd()\n```',
    kind: 'wrong-language',
  },
  {
    says: 'C++ for C is the wrong language',
    language: 'c',
    text: '```cpp\n#include <iostream>\nint main() { std::cout << 1; }\n```',
    kind: 'wrong-language',
  },
  { says: 'a shell script alone is the wrong language', text: '```bash\npip install flask\n```', kind: 'wrong-language' },
  {
    says: 'code with pages inside is still code',
    text: "```python\nfrom flask import Flask\napp = Flask(__name__)\nPAGE = '''\n<html>\n<body>\n<div>\n'''\n```",
    kind: 'code',
  },
  {
    says: 'Python with a script in a string is still Python',
    text: "```python\nfrom flask import Flask\napp = Flask(__name__)\nPAGE = '''\nconst a = 1;\nfunction f() {\nconst b = 2;\nconsole.log(a);\nconst c = 3;\nlet d = 4;\n}\n'''\n```",
    kind: 'code',
  },
  {
    says: 'C that names C++ in a comment is still C',
    language: 'c',
    text: '```c\n#include <stdio.h>\nint f(void) { return 1; } // not std::move\n```',
    kind: 'code',
  },
  {
    says: 'TypeScript for JavaScript is the wrong language',
    language: 'javascript',
    text: '```ts\ninterface Note {\n  id: number;\n}\nexport function read(id: number): string {\n  return String(id);\n}\n```',
    kind: 'wrong-language',
  },
];

describe('the kind of an answer', () => {
  it.each(cases)('$says', ({ kind, ...request }) => {
    expect(extracting(request).kind).toBe(kind);
  });

  it('holds no code where nothing was found', () => {
    expect(extracting({ text: 'Just words that say how one might do it.' })).toMatchObject({
      code: '',
      promptLines: [],
      provenance: { method: 'none' },
    });
  });
});
