import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

export const files: RuleGroup = {
  name: 'files',
  rules: [
    {
      id: 'wide-open-file',
      cwe: 'CWE-732',
      also: ['CWE-276'],
      severity: 'medium',
      message: 'Everybody on the machine may write (or read what is private in) this file.',
      sinks: {
        python: [
          call(['os.chmod', 'os.fchmod', 'os.lchmod'], {
            at: '1:mode',
            is: {
              any: [
                { equals: [0o777, 0o666, 0o776, 0o767, 0o757, 0o775 + 2, 0o646, 0o662] },
                { path: ['stat.S_IWOTH', 'stat.S_IRWXO'] },
                { contains: { path: ['stat.S_IWOTH', 'stat.S_IRWXO'] } },
              ],
            },
          }),
          call(['*.chmod'], { at: '0:mode', is: { equals: [0o777, 0o666] } }),
          call(['os.makedirs', 'os.mkdir'], { at: '1:mode', is: { equals: [0o777] } }),
          call(['os.umask'], { at: '0', is: { equals: 0 } }),
          call(['os.open'], { at: '2:mode', is: { equals: [0o777, 0o666] } }),
        ],
        javascript: [
          call(['fs.chmod', 'fs.chmodSync', 'fs.promises.chmod', 'fs/promises.chmod'], {
            at: '1',
            is: { equals: [0o777, 0o666, '777', '0777', '666', '0666'] },
          }),
          call(['fs.writeFile', 'fs.writeFileSync', 'fs.promises.writeFile', 'fs/promises.writeFile', 'fs.mkdir', 'fs.mkdirSync'], {
            any: ['2.mode', '1.mode'].map((at): Condition => ({ at, is: { equals: [0o777, 0o666] } })),
          }),
          call(['process.umask'], { at: '0', is: { equals: 0 } }),
        ],
        java: [
          call(['PosixFilePermissions.fromString'], { at: '0', is: { text: '^.{7}w' } }),
          call(['*.setWritable', '*.setReadable', '*.setExecutable'], {
            all: [
              { at: '0', is: { equals: true } },
              { at: '1', is: { equals: false } },
            ],
          }),
        ],
        go: [
          call(['os.Chmod', 'os.MkdirAll', 'os.Mkdir'], { at: '1', is: { equals: [0o777, 0o666] } }),
          call(['os.WriteFile', 'ioutil.WriteFile', 'os.OpenFile'], { at: '2', is: { equals: [0o777, 0o666] } }),
        ],
        c: [
          call(['chmod', 'fchmod', 'mkdir', 'mkfifo'], { at: '1', is: { equals: [0o777, 0o666] } }),
          call(['open', 'creat'], { any: [{ at: '2', is: { equals: [0o777, 0o666] } }] }),
          call(['umask'], { at: '0', is: { equals: 0 } }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import os\n\ndef keep(path, text):\n    with open(path, "w") as file:\n        file.write(text)\n    os.chmod(path, 0o777)\n',
          good: 'import os\n\ndef keep(path, text):\n    with open(path, "w") as file:\n        file.write(text)\n    os.chmod(path, 0o600)\n',
        },
        {
          language: 'javascript',
          bad: "const fs = require('fs');\nexports.keep = (text) => fs.writeFileSync('keys.txt', text, { mode: 0o666 });\n",
          good: "const fs = require('fs');\nexports.keep = (text) => fs.writeFileSync('keys.txt', text, { mode: 0o600 });\n",
        },
        {
          language: 'go',
          bad: 'package keep\n\nimport "os"\n\nfunc Keep(b []byte) error { return os.WriteFile("keys.txt", b, 0777) }\n',
          good: 'package keep\n\nimport "os"\n\nfunc Keep(b []byte) error { return os.WriteFile("keys.txt", b, 0600) }\n',
        },
        {
          language: 'c',
          bad: '#include <sys/stat.h>\nint share(const char *p) { return chmod(p, 0777); }\n',
          good: '#include <sys/stat.h>\nint share(const char *p) { return chmod(p, 0600); }\n',
        },
        {
          language: 'java',
          bad: 'import java.io.File;\nclass Keep {\n  boolean share(File file) { return file.setWritable(true, false); }\n}\n',
          good: 'import java.io.File;\nclass Keep {\n  boolean share(File file) { return file.setWritable(true, true); }\n}\n',
        },
      ],
    },
    {
      id: 'guessable-temporary-file',
      cwe: 'CWE-377',
      also: ['CWE-379', 'CWE-378'],
      severity: 'medium',
      message: 'Somebody else can be at this temporary place first: let the system make the file (mkstemp, mkdtemp).',
      sinks: {
        python: [
          call(['tempfile.mktemp', 'os.tempnam', 'os.tmpnam']),
          call(['open'], {
            all: [
              { at: '0', is: { text: '^/(var/)?tmp/' } },
              { at: '1:mode', is: { text: '^[wa]' } },
            ],
          }),
        ],
        javascript: [
          call(['fs.writeFile', 'fs.writeFileSync', 'fs.createWriteStream', 'fs.promises.writeFile'], {
            all: [{ at: '0', is: { text: '^/(var/)?tmp/[^◇◆]*$' } }, { not: { at: '2.flag', is: { text: 'x' } } }],
          }),
        ],
        java: [
          call(['File'], { at: '0', is: { text: '^/(var/)?tmp/' } }),
          call(['FileWriter', 'FileOutputStream'], { at: '0', is: { text: '^/(var/)?tmp/' } }),
        ],
        go: [call(['os.Create', 'os.WriteFile', 'ioutil.WriteFile'], { at: '0', is: { text: '^/(var/)?tmp/' } })],
        c: [
          call(['mktemp', 'tmpnam', 'tempnam', 'tmpnam_r']),
          call(['fopen'], {
            all: [
              { at: '0', is: { text: '^/(var/)?tmp/' } },
              { at: '1', is: { text: '^[wa][^x]*$' } },
            ],
          }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import tempfile\n\ndef place():\n    return open(tempfile.mktemp(), "w")\n',
          good: 'import tempfile\n\ndef place():\n    return tempfile.NamedTemporaryFile("w", delete=False)\n',
        },
        {
          language: 'c',
          bad: '#include <stdio.h>\n#include <stdlib.h>\nFILE *place(void) {\n  char name[] = "/var/lib/pressXXXXXX";\n  return fopen(mktemp(name), "w");\n}\n',
          good: '#include <stdio.h>\n#include <stdlib.h>\nFILE *place(void) {\n  char name[] = "/var/lib/pressXXXXXX";\n  int fd = mkstemp(name);\n  return fd < 0 ? NULL : fdopen(fd, "w");\n}\n',
        },
        {
          language: 'go',
          bad: 'package place\n\nimport "os"\n\nfunc Make() (*os.File, error) { return os.Create("/tmp/press.out") }\n',
          good: 'package place\n\nimport "os"\n\nfunc Make() (*os.File, error) { return os.CreateTemp("", "press") }\n',
        },
        {
          language: 'java',
          bad: 'import java.io.*;\nclass Export {\n  File start() throws IOException {\n    return new File("/tmp/export.csv");\n  }\n}\n',
          good: 'import java.io.*;\nclass Export {\n  File start() throws IOException {\n    return File.createTempFile("export", ".csv");\n  }\n}\n',
        },
        {
          language: 'javascript',
          bad: "const fs = require('fs');\nexports.place = (text) => fs.writeFileSync('/tmp/press.out', text);\n",
          good: "const fs = require('fs');\nconst os = require('os');\nconst path = require('path');\nexports.place = (text) => {\n  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-'));\n  fs.writeFileSync(path.join(folder, 'press.out'), text);\n};\n",
        },
      ],
    },
  ],
};
