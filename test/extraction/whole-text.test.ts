import { describe, expect, it } from 'vitest';
import { type Case, extracting, lines } from './extracting.ts';

const add = lines('def add(a, b):', '    return a + b');
const cases: readonly (Case & { readonly code: string })[] = [
  { says: 'takes bare code as it is', text: add, code: add },
  { says: 'drops a line that announces the code', text: `Here is the code:\n\n${add}`, code: add },
  { says: 'drops remarks after the code', text: `${add}\nThis function adds two numbers and returns the sum.`, code: add },
  { says: 'drops remarks on both sides', text: `Sure! I wrote a function.\n\n${add}\nLet me know if you need more.`, code: add },
  { says: 'keeps a comment at the head', text: `# Adds numbers.\n${add}`, code: `# Adds numbers.\n${add}` },
  { says: 'keeps a docstring at the head', text: `"""Adds numbers."""\n${add}`, code: `"""Adds numbers."""\n${add}` },
  { says: 'turns Windows line ends into plain ones', text: add.replaceAll('\n', '\r\n'), code: add },
  { says: 'drops a byte-order mark', text: `\uFEFF${add}`, code: add },
  { says: 'drops zero-width characters at line ends', text: 'def f():\u200b\n\u200b    return 1\n', code: 'def f():\n    return 1\n' },
  { says: 'keeps zero-width characters inside a line', text: "BAD = ['\u200b']\n", code: "BAD = ['\u200b']\n" },
  { says: 'drops reasoning', text: `<think>\nLet me think: def f(): pass\n</think>\n${add}`, code: add },
  { says: 'drops reasoning in other tags', text: `<reasoning>add?</reasoning>\n\`\`\`python\n${add}\`\`\``, code: add },
  { says: 'drops blocks inside reasoning', text: `<think>\n\`\`\`python\nx = 0\n\`\`\`\n</think>\n\`\`\`python\n${add}\`\`\``, code: add },
  { says: 'drops reasoning whose opening tag the server swallowed', text: `I add them.\n</think>\n\`\`\`python\n${add}\`\`\``, code: add },
  { says: 'finds a block in reasoning that was never closed', text: `<think>\nI write:\n\`\`\`python\n${add}\`\`\``, code: add },
  { says: 'cuts at an end-of-text mark', text: `${add}<|endoftext|>def other(): pass\n`, code: add },
  { says: 'drops the head of a chat template', text: `<|im_start|>assistant\n${add}<|im_end|>`, code: add },
  { says: 'takes Python shell prompts off', text: '>>> x = 1\n>>> x\n1\n', code: 'x = 1\nx' },
  {
    says: 'keeps a fence that stands in a docstring of bare code',
    text: lines('def f():', '    """Doc.', '    ```', '    f()', '    ```', '    """', '    return 1'),
    code: lines('def f():', '    """Doc.', '    ```', '    f()', '    ```', '    """', '    return 1'),
  },
  { says: 'drops tags around an answer', text: `<answer>\n${add}</answer>`, code: add },
  { says: 'takes an answer that is quoted as a whole', text: `\`\`\`python\n${add}\`\`\``.replaceAll(/^/gm, '> '), code: add },
  { says: 'drops a sentence that names a call', text: `${add}\nNote that the function calls open(path) and returns a list.`, code: add },
  { says: 'drops a heading and a list', text: `**Solution**\n\n${add}\n- adds two numbers\n- returns the sum`, code: add },
  { says: 'drops a question at the end', text: `${add}\nWould you like me to add tests?`, code: add },
  {
    says: 'takes bare JavaScript with a remark before it',
    language: 'javascript',
    text: "Here is the module:\n\nconst fs = require('fs');\nmodule.exports = { fs };\n",
    code: "const fs = require('fs');\nmodule.exports = { fs };\n",
  },
  {
    says: 'keeps a JavaScript block comment at the head',
    language: 'javascript',
    text: "/*\n * Reads notes.\n */\nconst fs = require('fs');\n",
    code: "/*\n * Reads notes.\n */\nconst fs = require('fs');\n",
  },
  {
    says: 'takes bare C with a remark before it',
    language: 'c',
    text: 'Below is the function.\n\n#include <stddef.h>\nint f(int a)\n{\n    return a;\n}\n',
    code: '#include <stddef.h>\nint f(int a)\n{\n    return a;\n}\n',
  },
];

describe('an answer without fences', () => {
  it.each(cases)('$says', ({ code, ...request }) => {
    const found = extracting(request);
    expect({ kind: found.kind, code: found.code.trimEnd() }).toEqual({ kind: 'code', code: code.trimEnd() });
  });
});
