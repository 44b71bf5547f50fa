import type { FinishReason, Language } from '../../src/core/index.ts';

export const finishReasonsForTests: readonly FinishReason[] = ['stop', 'length', 'content-filter', 'other'];

/** Programs in two parts: the head that a prompt would hold, and what completes it. */
export const programs: readonly { readonly language: Language; readonly head: string; readonly body: string }[] = [
  {
    language: 'python',
    head: 'import os\nimport re\n\nLIMIT = 10\n\n\ndef first_lines(path, count):\n    """The first lines of a file.\n\n    At most `count`, without their ends.\n    """\n',
    body: '    found = []\n    with open(path) as file:\n        for line in file:\n            if len(found) == count:\n                break\n            found.append(re.sub("\\\\n$", "", line))\n    return found\n',
  },
  {
    language: 'python',
    head: '"""Counts words, as a Flask application."""\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.route("/count")\ndef count():\n',
    body: '    """Number of words in the query `text`."""\n    text = request.args.get("text", "")\n    query = """\n  not code { at all\n"""\n    return str(len(text.split()) + len(query))\n\n\nif __name__ == "__main__":\n    app.run()\n',
  },
  {
    language: 'javascript',
    head: "'use strict';\nconst path = require('path');\n\n/**\n * The name of a file without its ending.\n */\nfunction stem(file) {\n",
    body: "  const name = path.basename(file).replace(/[\"'`]/g, '');\n  return name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;\n}\n\nmodule.exports = { stem };\n",
  },
  {
    language: 'javascript',
    head: "const express = require('express');\nconst app = express();\nconst notes = [];\n",
    body: "\napp.get('/notes', (request, response) => {\n  response.json(notes.map((note) => `note ` + note.id + ': ' + note.text));\n});\n\nmodule.exports = { app };\n",
  },
  {
    language: 'c',
    head: "#include <stddef.h>\n#include <string.h>\n\n/*\n * Number of spaces in a text. It isn't changed.\n */\nsize_t spaces(const char *text)\n{\n",
    body: "    size_t found = 0;\n    for (size_t at = 0; text[at] != '\\0'; at++) {\n        if (text[at] == ' ') {\n            found++;\n        }\n    }\n    return found;\n}\n",
  },
  {
    language: 'go',
    head: 'package main\n\nimport (\n\t"errors"\n\t"strings"\n)\n\n// firstWord yields the first word of a text. It isn\'t changed.\nfunc firstWord(text string) (string, error) {\n',
    body: '\tfields := strings.Fields(text)\n\tif len(fields) == 0 {\n\t\treturn "", errors.New(`no "word" in \\`)\n\t}\n\treturn fields[0], nil\n}\n',
  },
  {
    language: 'cpp',
    head: "#include <string>\n#include <vector>\n\n/** Words of a text. It isn't changed. */\nstd::vector<std::string> words(const std::string &text)\n{\n",
    body: '  std::vector<std::string> found;\n  std::string word;\n  for (const char letter : text + " ") {\n    if (letter != \' \') word += letter;\n    else if (!word.empty()) found.push_back(std::exchange(word, R"()"));\n  }\n  return found;\n}\n',
  },
  {
    language: 'typescript',
    head: "import { basename } from 'node:path';\n\ninterface Note {\n  readonly name: string;\n}\n\n/** The note at a path. It isn't read. */\nexport function noteAt(path: string): Note | undefined {\n",
    body: "  const name: string = basename(path).replace(/[\"'`]/g, '');\n  return name === '' ? undefined : { name };\n}\n",
  },
];

/** What answers are made of, for fuzzing. */
export const pieces: readonly string[] = [
  '```',
  '```python\n',
  '```js\n',
  '```c\n',
  '```cpp\n',
  '```ts\n',
  '```go\n',
  'package main\n',
  'import (\n',
  '~~~\n',
  '````markdown\n',
  '\n',
  '\r\n',
  '    ',
  '\t',
  '<think>',
  '</think>',
  '<reasoning>\n',
  '</reasoning>\n',
  'def f(x):\n',
  '    return x\n',
  'import os\n',
  'const a = 1;\n',
  'function f() {\n',
  '}\n',
  '#include <stdio.h>\n',
  'int main(void) {\n',
  '"""',
  "'''",
  '/*',
  '*/',
  '>>> ',
  '... ',
  '@@ -1 +1 @@\n',
  '+x = 1\n',
  '-x = 2\n',
  'Here is the code:\n',
  "I'm sorry, but I can't.\n",
  '\u200b',
  '\uFEFF',
  '<|endoftext|>',
  '`',
  '(',
  ')',
  '\\',
  '"',
];
