import type { Condition, Rule, RuleGroup } from './rule.ts';

const shellIs = (place: string): Condition => ({ at: place, is: { equals: true } });

const processCalls = ['run', 'call', 'check_call', 'check_output', 'Popen'].map((name) => `subprocess.${name}`);

/** A command that is written by a program as one text is read by a shell. */
const inShell: Rule = {
  id: 'command-in-shell',
  cwe: 'CWE-78',
  also: ['CWE-77'],
  severity: 'high',
  kind: 'shell',
  message: 'Input becomes part of a command that a shell reads.',
  sinks: {
    python: [
      { call: processCalls, args: ['0:args'], when: shellIs(':shell') },
      {
        call: processCalls,
        args: ['0[2]'],
        when: {
          all: [
            { at: '0[0]', is: { text: '(^|/)(ba|z|k|da)?sh$|cmd(\\.exe)?$' } },
            { at: '0[1]', is: { text: '^(-[a-z]*c|/c)$', flags: 'i' } },
          ],
        },
      },
      {
        call: [
          'os.system',
          'os.popen',
          'subprocess.getoutput',
          'subprocess.getstatusoutput',
          'commands.getoutput',
          'commands.getstatusoutput',
          'asyncio.create_subprocess_shell',
          'popen2.popen2',
          'pexpect.run',
          'pexpect.spawn',
        ],
        args: ['0:cmd'],
      },
      { call: ['*.exec_command', 'fabric.api.run', 'fabric.api.local', 'fabric.api.sudo', 'invoke.run'], args: ['0:command'] },
      // A project's own way to a shell: what it gets is a text that was put together, no list.
      {
        call: ['/^_?(run|exec|execute|call|invoke|send|do|ssh|cli|shell)_?(ssh|shell|cmd|command|cli|cli_?run|run|exec|remote|system)$/i'],
        args: ['0'],
        when: { at: '0', is: 'built' },
      },
    ],
    javascript: [
      { call: ['child_process.exec', 'child_process.execSync', 'shelljs.exec', 'util.promisify()'], args: ['0'] },
      {
        call: ['child_process.spawn', 'child_process.spawnSync', 'child_process.execFile', 'child_process.execFileSync'],
        args: ['0', '1[]'],
        when: {
          any: [
            { at: '2.shell', is: { any: [{ equals: true }, 'string'] } },
            { at: '1.shell', is: { equals: true } },
          ],
        },
      },
      {
        call: ['child_process.spawn', 'child_process.spawnSync', 'child_process.execFile', 'child_process.execFileSync'],
        args: ['1[1+]'],
        when: {
          all: [
            { at: '0', is: { text: '(^|/)(ba|z|k|da)?sh$|cmd(\\.exe)?$' } },
            { at: '1[0]', is: { text: '^(-[a-z]*c|/c)$' } },
          ],
        },
      },
      { call: ['/^(execAsync|execPromise|execCommand|runCommand|runShell|sh)$/'], args: ['0'], when: { at: '0', is: 'built' } },
    ],
    java: [
      { call: ['Runtime.getRuntime().exec', '*.exec'], args: ['0'], when: { at: '0', is: { not: 'list' } } },
      {
        call: ['ProcessBuilder', 'Runtime.getRuntime().exec'],
        args: ['2', '0[2+]'],
        when: {
          any: [
            { at: '0', is: { text: '(^|/)(ba|z|k)?sh$|cmd(\\.exe)?$' } },
            { at: '0[0]', is: { text: '(^|/)(ba|z|k)?sh$|cmd(\\.exe)?$' } },
          ],
        },
      },
      {
        call: ['ProcessBuilder().command', '*.command'],
        args: ['2', '0[2+]'],
        when: {
          any: [
            { at: '0', is: { text: '(^|/)(ba)?sh$|cmd(\\.exe)?$' } },
            { at: '0[0]', is: { text: '(^|/)(ba)?sh$|cmd(\\.exe)?$' } },
          ],
        },
      },
    ],
    go: [
      {
        call: ['exec.Command'],
        args: ['2+'],
        when: {
          all: [
            { at: '0', is: { text: '(^|/)(ba|z|k|da)?sh$|cmd(\\.exe)?$|powershell' } },
            { at: '1', is: { text: '^(-[a-z]*c|/[cC]|-Command)$' } },
          ],
        },
      },
      {
        call: ['exec.CommandContext'],
        args: ['3+'],
        when: {
          all: [
            { at: '1', is: { text: '(^|/)(ba|z|k|da)?sh$|cmd(\\.exe)?$|powershell' } },
            { at: '2', is: { text: '^(-[a-z]*c|/[cC]|-Command)$' } },
          ],
        },
      },
      {
        call: ['*.Output', '*.CombinedOutput', '*.Run', '*.Start'],
        args: ['0'],
        when: { at: 'this', is: { named: '[Ss](ession|sh)|SSH' } },
      },
    ],
    c: [
      {
        call: ['system', 'popen', '_popen', 'wordexp', 'std::system', 'g_spawn_command_line_sync', 'g_spawn_command_line_async'],
        args: ['0'],
      },
      { call: ['execl', 'execlp', 'execle'], args: ['3'], when: { at: '0', is: { text: '(^|/)(ba)?sh$' } } },
    ],
  },
  examples: [
    {
      language: 'python',
      bad: 'import subprocess\ndef size(folder):\n    return subprocess.check_output(f"du -sh {folder}", shell=True)\n',
      good: 'import subprocess\ndef size(folder):\n    return subprocess.check_output(["du", "-sh", "--", folder])\n',
      note: 'a list',
    },
    {
      language: 'python',
      bad: 'import os\ndef restart(unit):\n    os.system("systemctl restart " + unit)\n',
      good: 'import os\nUNITS = {"web", "mail"}\ndef restart(unit):\n    if unit not in UNITS:\n        raise ValueError("no such unit")\n    os.system("systemctl restart " + unit)\n',
      note: 'membership, early exit',
    },
    {
      language: 'python',
      bad: 'import os\ndef ping(host):\n    command = "ping -c 1 {}".format(host)\n    return os.popen(command).read()\n',
      good: 'import os, re\ndef ping(host):\n    if not re.fullmatch(r"[a-z0-9.]+", host):\n        return None\n    command = "ping -c 1 {}".format(host)\n    return os.popen(command).read()\n',
      note: 'anchored pattern',
    },
    {
      language: 'python',
      bad: 'class Node:\n    def volume(self, name):\n        self._run_ssh("volume create " + name)\n',
      good: 'class Node:\n    def volume(self, name):\n        self._run_ssh(["volume", "create", name])\n',
      note: "a project's own wrapper",
    },
    {
      language: 'javascript',
      bad: "const { exec } = require('child_process');\nfunction log(branch, done) { exec(`git log ${branch}`, done); }\n",
      good: "const { execFile } = require('child_process');\nfunction log(branch, done) { execFile('git', ['log', '--', branch], done); }\n",
    },
    {
      language: 'typescript',
      bad: "import { execSync } from 'node:child_process';\nexport function lines(file: string): string { return execSync('wc -l ' + file).toString(); }\n",
      good: "import { execSync } from 'node:child_process';\nexport function lines(file: string): string {\n  if (!/^\\w+$/.test(file)) throw new Error('no');\n  return execSync('wc -l ' + file).toString();\n}\n",
    },
    {
      language: 'java',
      bad: 'class A { void f(String host) throws Exception { Runtime.getRuntime().exec("ping " + host); } }',
      good: 'class A { void f(String host) throws Exception { Runtime.getRuntime().exec(new String[] {"ping", "--", host}); } }',
    },
    {
      language: 'go',
      bad: 'package a\nimport "os/exec"\nfunc f(dir string) ([]byte, error) { return exec.Command("sh", "-c", "ls "+dir).Output() }\n',
      good: 'package a\nimport "os/exec"\nfunc f(dir string) ([]byte, error) { return exec.Command("ls", "--", dir).Output() }\n',
    },
    {
      language: 'c',
      bad: '#include <stdio.h>\n#include <stdlib.h>\nint f(const char *name) { char line[200]; snprintf(line, sizeof line, "rm %s", name); return system(line); }\n',
      good: '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\nint f(const char *name) { char line[200]; if (strcmp(name, "all") != 0) return -1; snprintf(line, sizeof line, "rm %s", name); return system(line); }\n',
    },
    {
      language: 'cpp',
      bad: '#include <cstdlib>\n#include <string>\nint f(const std::string &name) { std::string line = "rm " + name; return std::system(line.c_str()); }\n',
      good: '#include <cstdlib>\n#include <string>\nint f(const std::string &name) { if (name != "all") return -1; std::string line = "rm " + name; return std::system(line.c_str()); }\n',
    },
  ],
};

const listProgram: Condition = { at: '0', is: 'list' };

/** A list is no shell's, but its program may take what begins with a dash for an option. */
const asOption: Rule = {
  id: 'input-as-option',
  cwe: 'CWE-88',
  also: ['CWE-77', 'CWE-78'],
  severity: 'medium',
  kind: 'argument',
  message: 'Input stands where the program takes it for an option, or chooses the program: put `--` before it.',
  sinks: {
    python: [
      { call: processCalls, args: ['0[0]'], when: listProgram },
      {
        call: [...processCalls, 'os.execv', 'os.execvp', 'os.spawnv'],
        args: ['0[1+]', '1[1+]'],
        when: {
          any: [
            { at: '0', is: 'option' },
            { at: '1', is: 'option' },
          ],
        },
      },
    ],
    javascript: [
      { call: ['child_process.spawn', 'child_process.spawnSync', 'child_process.execFile', 'child_process.execFileSync'], args: ['0'] },
      {
        call: ['child_process.spawn', 'child_process.spawnSync', 'child_process.execFile', 'child_process.execFileSync'],
        args: ['1[]'],
        when: { at: '1', is: 'option' },
      },
    ],
    java: [{ call: ['ProcessBuilder', 'Runtime.getRuntime().exec', '*.command'], args: ['0[1+]'], when: { at: '0', is: 'option' } }],
    go: [
      { call: ['exec.Command'], args: ['0'] },
      { call: ['exec.CommandContext'], args: ['1'] },
      { call: ['exec.Command', 'exec.CommandContext'], args: ['1+', '2+'], when: { at: '*', is: 'option' } },
    ],
  },
  examples: [
    {
      language: 'python',
      bad: 'import subprocess\ndef find(pattern, text):\n    return subprocess.run(["grep", pattern, "notes.txt"], capture_output=True)\n',
      good: 'import subprocess\ndef find(pattern, text):\n    return subprocess.run(["grep", "-e", pattern, "--", "notes.txt"], capture_output=True)\n',
    },
    {
      language: 'python',
      bad: 'import subprocess\ndef show(branch):\n    subprocess.run(["git", "log", branch])\n',
      good: 'import subprocess\ndef show(branch):\n    if branch.startswith("-"):\n        raise ValueError(branch)\n    subprocess.run(["git", "log", branch])\n',
    },
    {
      language: 'javascript',
      bad: "const { execFileSync } = require('child_process');\nexports.show = (branch) => execFileSync('git', ['log', branch]);\n",
      good: "const { execFileSync } = require('child_process');\nexports.show = (branch) => execFileSync('git', ['log', '--', branch]);\n",
    },
    {
      language: 'java',
      bad: 'class A { void f(String branch) throws Exception { new ProcessBuilder(new String[] {"git", "log", branch}).start(); } }',
      good: 'class A { void f(String branch) throws Exception { new ProcessBuilder(new String[] {"git", "log", "--", branch}).start(); } }',
    },
    {
      language: 'go',
      bad: 'package a\nimport "os/exec"\nfunc f(branch string) ([]byte, error) { return exec.Command("git", "log", branch).Output() }\n',
      good: 'package a\nimport "os/exec"\nfunc f(branch string) ([]byte, error) { return exec.Command("git", "log", "--", branch).Output() }\n',
    },
  ],
};

export const command: RuleGroup = {
  name: 'command',
  guards: {
    all: [
      {
        guard: 'call',
        call: ['*.startswith', '*.startsWith'],
        on: 'this',
        holds: 'false',
        clears: ['argument'],
        when: { at: '0', is: { text: '^-$' } },
      },
    ],
    go: [
      { guard: 'call', call: ['strings.HasPrefix'], on: '0', holds: 'false', clears: ['argument'], when: { at: '1', is: { text: '^-$' } } },
    ],
  },
  rules: [inShell, asOption],
};
