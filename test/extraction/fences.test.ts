import { describe, expect, it } from 'vitest';
import { type Case, extracting, lines } from './extracting.ts';

const add = lines('def add(a, b):', '    return a + b');
const cases: readonly (Case & { readonly code: string; readonly method?: string })[] = [
  { says: 'takes the block with the language tag', text: `\`\`\`python\n${add}\`\`\``, code: add },
  { says: 'takes a short tag', text: `\`\`\`py\n${add}\`\`\``, code: add },
  { says: 'takes an upper-case tag', text: `\`\`\`Python\n${add}\`\`\``, code: add },
  { says: 'takes a tag with attributes', text: `\`\`\`python title="add.py"\n${add}\`\`\``, code: add },
  { says: 'takes a block without a tag', text: `\`\`\`\n${add}\`\`\``, code: add },
  { says: 'takes tildes', text: `~~~python\n${add}~~~`, code: add },
  { says: 'takes longer marks', text: `\`\`\`\`python\n${add}\`\`\`\``, code: add },
  { says: 'takes prose off', text: `Sure!\n\n\`\`\`python\n${add}\`\`\`\n\nHope this helps.`, code: add },
  { says: 'opens a block after a colon', text: `Here is the code: \`\`\`python\n${add}\`\`\``, code: add },
  { says: 'takes a block on one line', text: '```python x = 1```', code: 'x = 1\n' },
  { says: 'takes bracketed tags', text: `[PYTHON]\n${add}[/PYTHON]`, code: add },
  { says: 'takes code tags', text: `<code>\n${add}</code>`, code: add },
  { says: 'looks through a wrong tag', text: `\`\`\`java\n${add}\`\`\``, code: add },
  { says: 'looks through a tag of text', text: `\`\`\`text\n${add}\`\`\``, code: add },
  { says: 'keeps an unclosed block', text: `\`\`\`python\n${add}`, code: add, method: 'unclosed-fence' },
  { says: 'ends a block at a mark that hangs on the code', text: '```python\ndef add(a, b):\n    return a + b```', code: add },
  {
    says: 'drops remarks that an unclosed block runs into',
    text: `\`\`\`python\n${add}\nThis adds two numbers and returns the sum.`,
    code: add,
    method: 'unclosed-fence',
  },
  {
    says: 'takes the indentation of a list item off',
    text: lines('1. Write this:', '', '   ```python', '   def add(a, b):', '       return a + b', '   ```'),
    code: add,
  },
  {
    says: 'prefers the tagged block to a shell command before it',
    text: `\`\`\`bash\npip install flask\n\`\`\`\n\n\`\`\`python\n${add}\`\`\``,
    code: add,
  },
  {
    says: 'prefers the block that defines what is wanted',
    text: `\`\`\`python\nprint(add(1, 2))\n\`\`\`\n\n\`\`\`python\n${add}\`\`\``,
    wanted: ['add'],
    code: add,
  },
  {
    says: 'takes the first of two versions',
    text: `\`\`\`python\n${add}\`\`\`\nOr:\n\`\`\`python\ndef add(a, b):\n    return sum((a, b))\n\`\`\``,
    wanted: ['add'],
    code: add,
  },
  {
    says: 'leaves an example of use out',
    text: `\`\`\`python\n${add}\`\`\`\nUse it:\n\`\`\`python\nprint(add(1, 2))\n\`\`\``,
    code: add,
  },
  {
    says: 'leaves tests out',
    text: `\`\`\`python\n${add}\`\`\`\n\`\`\`python\nimport unittest\n\nclass TestAdd(unittest.TestCase):\n    pass\n\`\`\``,
    code: add,
  },
  {
    says: 'joins imports and the function that needs them',
    text: `First:\n\`\`\`python\nimport os\n\`\`\`\nThen:\n\`\`\`python\n${add}\`\`\``,
    code: `import os\n\n${add}`,
  },
  {
    says: 'joins a helper that the wanted function calls',
    text: `\`\`\`python\ndef check(a):\n    return a\n\`\`\`\nand\n\`\`\`python\ndef add(a, b):\n    return check(a) + b\n\`\`\``,
    wanted: ['add'],
    code: lines('def check(a):', '    return a', '', 'def add(a, b):', '    return check(a) + b'),
  },
  {
    says: 'takes the block inside a Markdown block',
    text: `\`\`\`markdown\n# Answer\n\`\`\`python\n${add}\`\`\`\n\`\`\``,
    code: add,
  },
  {
    says: 'closes a forgotten block where the next one opens',
    text: `\`\`\`bash\npip install flask\n\n\`\`\`python\n${add}\`\`\``,
    code: add,
  },
  {
    says: 'keeps a fence that stands in a docstring of a block',
    text: lines('```python', 'def f():', '    """Doc.', '', '    ```', '    f()', '    ```', '    """', '    return 1', '```'),
    code: lines('def f():', '    """Doc.', '', '    ```', '    f()', '    ```', '    """', '    return 1'),
  },
  {
    says: 'keeps code that stands beside a shell block',
    text: `${add}\n\`\`\`bash\npython add.py\n\`\`\``,
    code: `${add}`,
  },
  {
    says: 'takes the prompts of a Python shell off, and its answers',
    text: '```python\n>>> def f():\n...     return 1\n...\n>>> f()\n1\n```',
    code: 'def f():\n    return 1\n\nf()\n',
  },
  {
    says: 'takes the new side of a patch',
    text: '```diff\n--- a/add.py\n+++ b/add.py\n@@ -1,2 +1,2 @@\n def add(a, b):\n-    return a\n+    return a + b\n```',
    code: add,
  },
  {
    says: 'takes JavaScript blocks',
    language: 'javascript',
    text: '```js\nconst x = 1;\nmodule.exports = { x };\n```',
    code: 'const x = 1;\nmodule.exports = { x };\n',
  },
  {
    says: 'takes a C block that is tagged as C++',
    language: 'c',
    text: '```cpp\n#include <stdio.h>\nint f(void) { return 1; }\n```',
    code: '#include <stdio.h>\nint f(void) { return 1; }\n',
  },
];

describe('a fenced answer', () => {
  it.each(cases)('$says', ({ code, method = 'fence', says, ...request }) => {
    const found = extracting(request);
    expect({ says, kind: found.kind, code: found.code.trimEnd() }).toEqual({ says, kind: 'code', code: code.trimEnd() });
    if (says !== 'keeps code that stands beside a shell block') expect(found.provenance.method).toBe(method);
  });

  it('says where the block stood and with which tag', () => {
    const text = `Sure:\n\`\`\`python\n${add}\`\`\``;
    const { provenance } = extracting({ text });
    expect(text.slice(provenance.start, provenance.end)).toBe(add.trimEnd());
    expect(provenance).toMatchObject({ fences: 1, languageTag: 'python' });
  });
});
