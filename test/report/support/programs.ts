import type { CweId, Language } from '../../../src/core/index.ts';

export type Program = { readonly good: string; readonly bad: string; readonly badLine: number };
export type StudyTask = {
  readonly id: string;
  readonly title: string;
  readonly cwe: CweId;
  readonly language: Language;
  readonly rule: string;
  readonly exploit: string;
  readonly program: Program;
};

const openNote: Program = {
  good: `from pathlib import Path\n\nROOT = Path("notes").resolve()\n\n\ndef read_note(name: str) -> str:\n    """Return the text of the note called \`name\`."""\n    path = (ROOT / name).resolve()\n    if not path.is_relative_to(ROOT):\n        raise PermissionError(name)\n    return path.read_text(encoding="utf-8")\n`,
  bad: `import os\n\n\ndef read_note(name: str) -> str:\n    """Return the text of the note called \`name\`."""\n    with open(os.path.join("notes", name), encoding="utf-8") as note:\n        return note.read()\n`,
  badLine: 6,
};

const runTool: Program = {
  good: `import { execFile } from 'node:child_process';\n\nexport const archive = (folder) =>\n  new Promise((resolve, reject) => {\n    // No shell: the name is one argument, whatever it holds.\n    execFile('tar', ['-cf', '-', '--', folder], (error, stdout) => (error ? reject(error) : resolve(stdout)));\n  });\n`,
  bad: `import { exec } from 'node:child_process';\n\nexport const archive = (folder) =>\n  new Promise((resolve, reject) => {\n    exec(\`tar -cf - \${folder}\`, (error, stdout) => {\n      if (error) {\n        reject(error);\n        return;\n      }\n      resolve(stdout);\n    });\n  });\n`,
  badLine: 5,
};

const copyName: Program = {
  good: `#include <stddef.h>\n#include <string.h>\n\n/* Returns the length that was copied, or -1 where it does not fit. */\nint copy_name(char *out, size_t size, const char *name) {\n    size_t length = strlen(name);\n    if (length + 1 > size) {\n        return -1;\n    }\n    memcpy(out, name, length + 1);\n    return (int)length;\n}\n`,
  bad: `#include <stddef.h>\n#include <string.h>\n\nint copy_name(char *out, size_t size, const char *name) {\n    (void)size;\n    strcpy(out, name);\n    return (int)strlen(out);\n}\n`,
  badLine: 6,
};

const findUser: Program = {
  good: `import sqlite3\n\n\ndef find_user(connection: sqlite3.Connection, name: str):\n    cursor = connection.execute("SELECT id, name FROM users WHERE name = ?", (name,))\n    return cursor.fetchone()\n`,
  bad: `import sqlite3\n\n\ndef find_user(connection: sqlite3.Connection, name: str):\n    query = f"SELECT id, name FROM users WHERE name = '{name}'"\n    cursor = connection.execute(query)\n    return cursor.fetchone()\n`,
  badLine: 6,
};

const loadSettings: Program = {
  good: `import yaml\n\n\ndef load_settings(text: str) -> dict:\n    return yaml.safe_load(text) or {}\n`,
  bad: `import yaml\n\n\ndef load_settings(text: str) -> dict:\n    return yaml.load(text, Loader=yaml.UnsafeLoader) or {}\n`,
  badLine: 5,
};

const greet: Program = {
  good: `import express from 'express';\nimport { escapeHtml } from './escape.js';\n\nexport const app = express();\n\napp.get('/greet', (request, response) => {\n  response.send(\`<p>Hello, \${escapeHtml(String(request.query.name ?? ''))}</p>\`);\n});\n`,
  bad: `import express from 'express';\n\nexport const app = express();\n\napp.get('/greet', (request, response) => {\n  response.send(\`<p>Hello, \${request.query.name}</p>\`);\n});\n`,
  badLine: 6,
};

export const studyTasks: readonly StudyTask[] = [
  {
    id: 'read-note',
    title: 'Read a note by its name',
    cwe: 'CWE-22',
    language: 'python',
    rule: 'PTH123',
    exploit: 'reads-outside-the-folder',
    program: openNote,
  },
  {
    id: 'archive-folder',
    title: 'Archive a folder with tar',
    cwe: 'CWE-78',
    language: 'javascript',
    rule: 'detect-child-process',
    exploit: 'starts-a-marker-process',
    program: runTool,
  },
  {
    id: 'copy-name',
    title: 'Copy a name into a buffer',
    cwe: 'CWE-787',
    language: 'c',
    rule: 'strcpy',
    exploit: 'writes-past-the-buffer',
    program: copyName,
  },
  {
    id: 'find-user',
    title: 'Find a user in a database',
    cwe: 'CWE-89',
    language: 'python',
    rule: 'S608',
    exploit: 'lists-every-user',
    program: findUser,
  },
  {
    id: 'load-settings',
    title: 'Load settings from YAML',
    cwe: 'CWE-502',
    language: 'python',
    rule: 'S506',
    exploit: 'builds-an-object',
    program: loadSettings,
  },
  {
    id: 'greet',
    title: 'Greet a visitor by name',
    cwe: 'CWE-79',
    language: 'javascript',
    rule: 'no-unescaped',
    exploit: 'injects-a-script',
    program: greet,
  },
];
