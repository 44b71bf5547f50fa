import type { Condition, Rule, RuleGroup, Sink } from './rule.ts';

const opening = [
  'open',
  'io.open',
  'codecs.open',
  'os.open',
  'os.remove',
  'os.unlink',
  'os.rmdir',
  'os.makedirs',
  'os.mkdir',
  'os.listdir',
  'os.scandir',
  'os.rename',
  'os.replace',
  'os.chmod',
  'shutil.rmtree',
  'shutil.copy',
  'shutil.copyfile',
  'shutil.copy2',
  'shutil.move',
  'zipfile.ZipFile',
  'tarfile.open',
  'aiofiles.open',
  'numpy.load',
  'flask.send_file',
  'django.http.FileResponse',
  'fastapi.responses.FileResponse',
  'starlette.responses.FileResponse',
  'os.symlink',
  'os.link',
];

const pathMethods = [
  'open',
  'read_text',
  'read_bytes',
  'write_text',
  'write_bytes',
  'unlink',
  'mkdir',
  'rmdir',
  'iterdir',
  'rename',
  'replace',
  'touch',
];

const nodeFiles = [
  'readFile',
  'readFileSync',
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'createReadStream',
  'createWriteStream',
  'unlink',
  'unlinkSync',
  'rm',
  'rmSync',
  'rmdir',
  'rmdirSync',
  'readdir',
  'readdirSync',
  'open',
  'openSync',
  'mkdir',
  'mkdirSync',
];

const nodeMoves = ['rename', 'renameSync', 'copyFile', 'copyFileSync', 'cp', 'cpSync', 'link', 'linkSync', 'symlink', 'symlinkSync'];
const ofNode = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [`fs.${name}`, `fs.promises.${name}`, `fs/promises.${name}`, `fs-extra.${name}`]);

/** A parameter that is the whole path, and named so: whoever calls names the file. */
const wholePath =
  '(^|[._])(path|filepath|pathname|infile|outfile|input|output|src|dst|source|destination|config|log_?file)$|(_|[a-z])([Pp]ath|_file|[Dd]ir|_folder)$|^(dir|folder|root|base)$';
const goesAstray = (at: string): Condition => ({
  not: {
    all: [
      { at, is: { text: '^◆$' } },
      { at, is: { named: wholePath } },
    ],
  },
});

const javaScriptSinks: readonly Sink[] = [
  { call: ofNode([...nodeFiles, ...nodeMoves]), args: ['0'], when: goesAstray('0') },
  { call: ofNode(nodeMoves), args: ['1'], when: goesAstray('1') },
  {
    call: ['*.sendFile', '*.download', '*.sendfile'],
    args: ['0'],
    when: {
      any: [
        { at: '1', is: { any: ['absent', 'function'] } },
        { at: '1', is: { field: 'root', is: 'absent' } },
      ],
    },
  },
];

const traversal: Rule = {
  id: 'path-leaves-folder',
  cwe: 'CWE-22',
  also: ['CWE-73', 'CWE-23', 'CWE-36'],
  severity: 'high',
  kind: 'path',
  message: 'Input becomes part of a path and may lead out of the folder.',
  sinks: {
    python: [
      { call: opening, args: ['0'], when: goesAstray('0') },
      { call: ['os.rename', 'shutil.copy', 'shutil.copyfile', 'shutil.move', 'os.replace'], args: ['1:dst'], when: goesAstray('1:dst') },
      { call: pathMethods.map((name) => `pathlib.Path#${name}`), args: ['this'], when: goesAstray('this') },
      { call: ['*.write_text', '*.write_bytes', '*.read_text', '*.read_bytes'], args: ['this'], when: goesAstray('this') },
      { call: ['*.extract', '*.extractall'], args: ['0', ':path', ':members'], when: { at: ':filter', is: 'absent' } },
      { call: ['*.save'], args: ['0'], when: { at: '0', is: 'built' } },
    ],
    javascript: javaScriptSinks,
    java: [
      {
        call: ['FileInputStream', 'FileOutputStream', 'FileReader', 'FileWriter', 'RandomAccessFile', 'Scanner', 'PrintWriter', 'ZipFile'],
        args: ['0'],
      },
      {
        call: [
          'Files.readString',
          'Files.readAllBytes',
          'Files.readAllLines',
          'Files.newInputStream',
          'Files.newOutputStream',
          'Files.newBufferedReader',
          'Files.newBufferedWriter',
          'Files.write',
          'Files.writeString',
          'Files.copy',
          'Files.move',
          'Files.delete',
          'Files.deleteIfExists',
          'Files.lines',
          'Files.list',
          'Files.createFile',
          'Files.createDirectories',
          'FileUtils.readFileToString',
          'FileUtils.writeStringToFile',
        ],
        args: ['0', '1'],
      },
      { call: ['File().delete', 'File().listFiles', 'File().renameTo', 'File().mkdirs', 'File().createNewFile'], args: ['this'] },
    ],
    go: [
      {
        call: [
          'os.Open',
          'os.OpenFile',
          'os.Create',
          'os.ReadFile',
          'os.WriteFile',
          'os.Remove',
          'os.RemoveAll',
          'os.Mkdir',
          'os.MkdirAll',
          'os.ReadDir',
          'os.Rename',
          'ioutil.ReadFile',
          'ioutil.WriteFile',
          'ioutil.ReadDir',
          'os.Symlink',
          'os.Link',
        ],
        args: ['0', '1'],
      },
      { call: ['http.ServeFile'], args: ['2'] },
    ],
    c: [
      {
        call: [
          'fopen',
          'freopen',
          'open',
          'unlink',
          'remove',
          'rename',
          'opendir',
          'rmdir',
          'mkdir',
          'creat',
          'std::remove',
          'std::fopen',
          'std::filesystem::remove',
          'fs::remove',
          'std::filesystem::create_directories',
        ],
        args: ['0', '1'],
        when: { at: '0', is: 'built' },
      },
      { call: ['openat', 'unlinkat', 'mkdirat'], args: ['1'] },
      {
        call: ['std::ifstream', 'std::ofstream', 'std::fstream', 'ifstream', 'ofstream', 'fstream'],
        args: ['0'],
        when: { at: '0', is: 'built' },
      },
    ],
  },
  examples: [
    {
      language: 'python',
      bad: 'import os\nBASE = "/srv/notes"\ndef read(name):\n    with open(os.path.join(BASE, name)) as note:\n        return note.read()\n',
      good: 'import os\nBASE = "/srv/notes"\ndef read(name):\n    path = os.path.realpath(os.path.join(BASE, name))\n    if not path.startswith(BASE + os.sep):\n        raise ValueError(name)\n    with open(path) as note:\n        return note.read()\n',
      note: 'prefix after resolving',
    },
    {
      language: 'python',
      bad: 'from pathlib import Path\ndef drop(root, name):\n    (Path(root) / name).unlink()\n',
      good: 'from pathlib import Path\ndef drop(root, name):\n    base = Path(root).resolve()\n    target = (base / name).resolve()\n    if not target.is_relative_to(base):\n        raise ValueError(name)\n    target.unlink()\n',
    },
    {
      language: 'python',
      bad: 'import os\ndef store(folder, upload):\n    with open(os.path.join(folder, upload.filename), "wb") as out:\n        out.write(upload.read())\n',
      good: 'import os\ndef store(folder, upload):\n    with open(os.path.join(folder, os.path.basename(upload.filename)), "wb") as out:\n        out.write(upload.read())\n',
      note: 'the last word of the path alone',
    },
    {
      language: 'python',
      bad: 'import os\ndef lines(folder, name):\n    return open(folder + "/" + name).readlines()\n',
      good: 'import os\ndef lines(folder, name):\n    if ".." in name or name.startswith("/"):\n        return []\n    return open(folder + "/" + name).readlines()\n',
      note: 'no two dots',
    },
    {
      language: 'javascript',
      bad: "const fs = require('fs');\nconst path = require('path');\nfunction note(name) { return fs.readFileSync(path.join('/srv/notes', name), 'utf8'); }\n",
      good: "const fs = require('fs');\nconst path = require('path');\nfunction note(name) {\n  const file = path.resolve('/srv/notes', name);\n  if (!file.startsWith('/srv/notes/')) throw new Error('outside');\n  return fs.readFileSync(file, 'utf8');\n}\n",
    },
    {
      language: 'typescript',
      bad: "import { readFile } from 'node:fs/promises';\nimport { join } from 'node:path';\nexport const note = async (name: string): Promise<string> => readFile(join('/srv/notes', name), 'utf8');\n",
      good: "import { readFile } from 'node:fs/promises';\nimport { basename, join } from 'node:path';\nexport const note = async (name: string): Promise<string> => readFile(join('/srv/notes', basename(name)), 'utf8');\n",
    },
    {
      language: 'java',
      bad: 'import java.io.*;\nimport java.nio.file.*;\nclass A { String f(String name) throws IOException { return Files.readString(Paths.get("/srv/notes", name)); } }',
      good: 'import java.io.*;\nimport java.nio.file.*;\nclass A { String f(String name) throws IOException { Path base = Paths.get("/srv/notes"); Path file = base.resolve(name).normalize(); if (!file.startsWith(base)) throw new IOException(name); return Files.readString(file); } }',
    },
    {
      language: 'go',
      bad: 'package a\nimport (\n\t"os"\n\t"path/filepath"\n)\nfunc f(name string) ([]byte, error) { return os.ReadFile(filepath.Join("/srv/notes", name)) }\n',
      good: 'package a\nimport (\n\t"errors"\n\t"os"\n\t"path/filepath"\n\t"strings"\n)\nfunc f(name string) ([]byte, error) {\n\tfile := filepath.Join("/srv/notes", name)\n\tif !strings.HasPrefix(file, "/srv/notes/") {\n\t\treturn nil, errors.New("outside")\n\t}\n\treturn os.ReadFile(file)\n}\n',
    },
    {
      language: 'c',
      bad: '#include <stdio.h>\nFILE *f(const char *name) { char path[256]; snprintf(path, sizeof path, "/srv/notes/%s", name); return fopen(path, "r"); }\n',
      good: '#include <stdio.h>\n#include <string.h>\nFILE *f(const char *name) { char path[256]; if (strstr(name, "..") != NULL) return NULL; snprintf(path, sizeof path, "/srv/notes/%s", name); return fopen(path, "r"); }\n',
    },
    {
      language: 'cpp',
      bad: '#include <fstream>\n#include <string>\nstd::string f(const std::string &name) { std::ifstream in("/srv/notes/" + name); std::string line; std::getline(in, line); return line; }\n',
      good: '#include <fstream>\n#include <string>\nstd::string f(const std::string &name) { if (name.find("..") != std::string::npos) return ""; std::ifstream in("/srv/notes/" + name); std::string line; std::getline(in, line); return line; }\n',
    },
  ],
};

const upload: Rule = {
  id: 'upload-of-any-type',
  cwe: 'CWE-434',
  severity: 'high',
  kind: 'upload',
  message: 'An uploaded file is stored under an ending that its sender chose.',
  sinks: {
    python: [{ call: ['*.save', 'fs.save'], args: ['0'], when: { at: '0', is: { text: '◆' } } }],
    javascript: [{ call: ['*.mv'], args: ['0'] }],
    java: [{ call: ['*.transferTo'], args: ['0'] }],
  },
  examples: [
    {
      language: 'python',
      bad: 'import os\nfrom flask import request\nfrom werkzeug.utils import secure_filename\ndef upload():\n    sent = request.files["photo"]\n    sent.save(os.path.join("/srv/photos", secure_filename(sent.filename)))\n',
      good: 'import os\nfrom flask import request\nfrom werkzeug.utils import secure_filename\nENDINGS = {".png", ".jpg"}\ndef upload():\n    sent = request.files["photo"]\n    name = secure_filename(sent.filename)\n    if os.path.splitext(name)[1].lower() not in ENDINGS:\n        return "no", 400\n    sent.save(os.path.join("/srv/photos", name))\n',
    },
    {
      language: 'java',
      bad: 'import java.io.File;\nimport org.springframework.web.multipart.MultipartFile;\nclass Photos {\n  void add(MultipartFile sent) throws Exception {\n    sent.transferTo(new File("/srv/photos/" + sent.getOriginalFilename()));\n  }\n}\n',
      good: 'import java.io.File;\nimport java.util.UUID;\nimport org.springframework.web.multipart.MultipartFile;\nclass Photos {\n  void add(MultipartFile sent) throws Exception {\n    sent.transferTo(new File("/srv/photos/" + UUID.randomUUID() + ".jpg"));\n  }\n}\n',
    },
    {
      language: 'javascript',
      bad: "const path = require('path');\nexports.keep = (req, res) => {\n  const sent = req.files.photo;\n  sent.mv(path.join('/srv/photos', path.basename(sent.name)), () => res.end());\n};\n",
      good: "const path = require('path');\nconst endings = ['.png', '.jpg'];\nexports.keep = (req, res) => {\n  const sent = req.files.photo;\n  if (!endings.includes(path.extname(sent.name).toLowerCase())) return res.status(400).end();\n  return sent.mv(path.join('/srv/photos', path.basename(sent.name)), () => res.end());\n};\n",
    },
  ],
};

export const path: RuleGroup = { name: 'path', rules: [traversal, upload] };
