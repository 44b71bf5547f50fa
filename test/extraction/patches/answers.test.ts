import { describe, expect, it } from 'vitest';
import { dearer, dearerFiles, patching, reasonOf, shop } from './patching.ts';

const plain = dearer.split('\n').slice(1).join('\n');

describe('a patch is found', () => {
  it.each([
    ['in a block marked diff', `Here it is:\n\n\`\`\`diff\n${dearer}\`\`\`\n\nI hope that helps.\n`],
    ['in a block marked patch', `\`\`\`patch\n${dearer}\`\`\``],
    ['in a block without a mark', `\`\`\`\n${dearer}\`\`\``],
    ['in a block marked with the language', `\`\`\`python\n${dearer}\`\`\``],
    ['in an indented block', `1. Do this:\n\n   \`\`\`diff\n${dearer.replaceAll(/^/gm, '   ')}\n   \`\`\`\n`],
    ['without a fence', dearer],
    ['without a fence, among words', `The change:\n\n${dearer}\nThis makes it dearer.\n`],
    ['without git’s own lines', `\`\`\`diff\n${plain}\`\`\``],
    ['with names that bear no prefix', `\`\`\`diff\n${plain.replaceAll(/ [ab]\//g, ' ')}\`\`\``],
    ['with times behind the names', `\`\`\`diff\n${plain.replace('a/app/main.py', 'a/app/main.py\t2026-11-22 10:00:00')}\`\`\``],
    ['after the model’s reasoning', `<think>\n\`\`\`diff\n--- a/x\n+++ b/x\n\`\`\`\n</think>\n\n\`\`\`diff\n${dearer}\`\`\``],
    ['with Windows line ends', `\`\`\`diff\n${dearer}\`\`\``.replaceAll('\n', '\r\n')],
    ['with line numbers that are a little wrong', `\`\`\`diff\n${dearer.replace('@@ -2,7 +2,7 @@', '@@ -5,7 +5,7 @@')}\`\`\``],
    ['with counts that are wrong', `\`\`\`diff\n${dearer.replace('@@ -2,7 +2,7 @@', '@@ -2,4 +2,9 @@')}\`\`\``],
    ['with a hunk that has no numbers', `\`\`\`diff\n${dearer.replace('@@ -2,7 +2,7 @@', '@@')}\`\`\``],
    ['with a function’s name behind the numbers', `\`\`\`diff\n${dearer.replace('@@ -2,7 +2,7 @@', '@@ -2,7 +2,7 @@ import os')}\`\`\``],
    ['with a line of context that is not quite right', `\`\`\`diff\n${dearer.replace(' def names():', ' def all_names():')}\`\`\``],
    ['with empty lines of context cut off', `\`\`\`diff\n${dearer.replaceAll(/^ $/gm, '')}\`\`\``],
    ['under the file’s name, with hunks only', `### app/main.py\n\n\`\`\`diff\n${plain.split('\n').slice(2).join('\n')}\`\`\``],
    [
      'as a mailed patch',
      `From 1234 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] dearer\n\n---\n app/main.py | 2 +-\n\n${dearer}-- \n2.39.2\n`,
    ],
  ])('%s', (_, text) => {
    const found = patching({ text });
    expect({ kind: found.kind, files: found.files, why: reasonOf(found) }).toMatchObject({ kind: 'code', files: dearerFiles });
    expect(found.code).toBe(dearer);
  });

  it('given as a file', () => {
    const found = patching({ given: dearer });
    expect(found).toMatchObject({ kind: 'code', code: dearer, files: dearerFiles, provenance: { method: 'given' } });
  });

  it('and says where it stood, and what had to be overlooked', () => {
    const text = `So:\n\n\`\`\`diff\n${dearer.replace('@@ -2,7 +2,7 @@', '@@ -4,7 +4,7 @@')}\`\`\`\n`;
    const { provenance } = patching({ text });
    expect(text.slice(provenance.start, provenance.end)).toMatch(/^diff --git [\s\S]*names\(\):$/);
    expect(provenance).toMatchObject({
      method: 'fence',
      fences: 1,
      steps: ['changed one file', 'app/main.py: hunk 1 applied 2 lines further up'],
    });
  });
});

describe('several files', () => {
  const threeFiles = `diff --git a/app/new.py b/app/new.py
new file mode 100644
--- /dev/null
+++ b/app/new.py
@@ -0,0 +1,2 @@
+def tax():
+    return 3
diff --git a/app/store.py b/app/store.py
deleted file mode 100644
--- a/app/store.py
+++ /dev/null
@@ -1 +0,0 @@
-DATA = {}
${dearer}`;

  it('are changed, made and deleted in one patch', () => {
    const found = patching({ text: `\`\`\`diff\n${threeFiles}\`\`\`` });
    expect(found.kind).toBe('code');
    expect(found.files).toEqual({
      'README.md': shop['README.md'],
      'app/main.py': dearerFiles['app/main.py'],
      'app/new.py': 'def tax():\n    return 3\n',
    });
  });

  it('may come in a block each', () => {
    const [first = '', second = '', third = ''] = threeFiles.split(/(?=^diff --git )/m);
    const found = patching({
      text: `One:\n\`\`\`diff\n${first}\`\`\`\nTwo:\n\`\`\`diff\n${second}\`\`\`\nThree:\n\`\`\`diff\n${third}\`\`\``,
    });
    expect(Object.keys(found.files ?? {})).toEqual(['README.md', 'app/main.py', 'app/new.py']);
  });

  it('may be renamed', () => {
    const text = 'diff --git a/app/store.py b/app/data.py\nsimilarity index 100%\nrename from app/store.py\nrename to app/data.py\n';
    expect(Object.keys(patching({ text }).files ?? {})).toEqual(['README.md', 'app/data.py', 'app/main.py']);
  });

  it('may be new under their own name on both sides', () => {
    const text = '```diff\n--- a/app/new.py\n+++ b/app/new.py\n@@ -0,0 +1 @@\n+x = 1\n```';
    expect(patching({ text }).files?.['app/new.py']).toBe('x = 1\n');
  });

  it('may be made beside a patch as a whole block', () => {
    const text = `\`\`\`diff\n${dearer}\`\`\`\n\nNew file \`app/new.py\`:\n\n\`\`\`python\nx = 1\n\`\`\`\n\nIn \`app/store.py\`:\n\n\`\`\`python\nDATA = 1\n\`\`\`\n`;
    const found = patching({ text });
    expect(found.files).toEqual({ ...dearerFiles, 'app/new.py': 'x = 1\n' });
    expect(found.provenance.steps).toContain('left out 1 other blocks');
  });

  it('keep the absence of a last line end where the patch says so', () => {
    const text = '```diff\n--- a/app/store.py\n+++ b/app/store.py\n@@ -1 +1 @@\n-DATA = {}\n+DATA = []\n\\ No newline at end of file\n```';
    expect(patching({ text }).files?.['app/store.py']).toBe('DATA = []');
  });

  it('with Windows line ends keep them', () => {
    const repository = { 'a.py': 'x = 1\r\ny = 2\r\n' };
    const text = '```diff\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n x = 1\n+z = 3\n y = 2\n```';
    expect(patching({ text, repository }).files?.['a.py']).toBe('x = 1\r\nz = 3\r\ny = 2\r\n');
  });

  it('that hold fences of their own are patched', () => {
    const repository = { 'README.md': '# Shop\n\n```sh\nrun\n```\n' };
    const text = '```diff\n--- a/README.md\n+++ b/README.md\n@@ -2,4 +2,4 @@\n \n ```sh\n-run\n+run it\n ```\n```\nDone.\n';
    expect(patching({ text, repository }).files?.['README.md']).toBe('# Shop\n\n```sh\nrun it\n```\n');
  });
});

const whole = 'def price(name):\n    return 2\n';

describe('a whole file is taken', () => {
  it.each([
    ['under its path', `app/main.py\n\n\`\`\`python\n${whole}\`\`\``],
    ['under a heading', `### app/main.py\n\`\`\`python\n${whole}\`\`\``],
    ['under a sentence’s end', `Updated \`app/main.py\`:\n\n\`\`\`python\n${whole}\`\`\``],
    ['under bold words', `**File: app/main.py**\n\`\`\`python\n${whole}\`\`\``],
    ['with the path behind the language', `\`\`\`python app/main.py\n${whole}\`\`\``],
    ['with the path instead of the language', `\`\`\`app/main.py\n${whole}\`\`\``],
    ['with the path after a colon', `\`\`\`python:app/main.py\n${whole}\`\`\``],
    ['with the path as a title', `\`\`\`python title="app/main.py"\n${whole}\`\`\``],
    ['with the path in its first comment', `\`\`\`python\n# app/main.py\n${whole}\`\`\``],
    ['with a dot before the path', `./app/main.py\n\`\`\`python\n${whole}\`\`\``],
  ])('%s', (_, text) => {
    const found = patching({ text });
    expect({ kind: found.kind, files: found.files }).toEqual({ kind: 'code', files: { ...shop, 'app/main.py': whole } });
    expect(found.code).toMatch(/^diff --git a\/app\/main\.py b\/app\/main\.py\n/);
  });

  it('with a fence inside where it is a document', () => {
    const text = 'README.md\n```markdown\n# Shop\n\n```sh\nrun\n```\n\nEnd.\n```\n\nThat is all.';
    expect(patching({ text }).files?.['README.md']).toBe('# Shop\n\n```sh\nrun\n```\n\nEnd.\n');
  });

  it('in its last version', () => {
    const text = `app/store.py\n\`\`\`python\nDATA = 1\n\`\`\`\nBetter:\n\napp/store.py\n\`\`\`python\nDATA = 2\n\`\`\``;
    const found = patching({ text });
    expect(found.files?.['app/store.py']).toBe('DATA = 2\n');
    expect(found.provenance.steps).toContain('took the last of several versions of a file');
  });

  it('but not a command below a file’s name', () => {
    const text = 'app/store.py\n```python\nDATA = 1\n```\n\nRun app/main.py:\n\n```bash\npython app/main.py\n```';
    expect(patching({ text }).files).toEqual({ ...shop, 'app/store.py': 'DATA = 1\n' });
  });

  it('but not below a sentence about it', () => {
    const text = 'In `app/main.py` we now call the following function twice:\n\n```python\nprice(1)\n```';
    expect(patching({ text }).kind).toBe('unparsable');
  });
});

describe('an answer without a usable change', () => {
  it.each([
    ['nothing', '', 'stop', 'empty'],
    ['only reasoning', '<think>\nhm\n</think>\n', 'stop', 'empty'],
    ['an empty patch', 'No change is needed:\n\n```diff\n```\n', 'stop', 'empty'],
    ['a patch that changes nothing', dearer.replace('+    return 2', '+    return 1'), 'stop', 'empty'],
    ['a whole file as it was', `app/store.py\n\`\`\`\nDATA = {}\n\`\`\``, 'stop', 'empty'],
    ['a refusal', "I'm sorry, but I can't help with that.", 'stop', 'refusal'],
    ['words', 'You should change the price in the main file.', 'stop', 'unparsable'],
    ['a file without a path', '```python\nx = 1\n```', 'stop', 'unparsable'],
    ['a block that is called diff and is none', '```diff\n- return 1\n+ return 2\n```', 'stop', 'unparsable'],
    ['a patch whose old lines are not there', dearer.replace('-    return 1', '-    return 7'), 'stop', 'unparsable'],
    ['a patch of a file that is not there', dearer.replaceAll('app/main.py', 'app/other.py'), 'stop', 'unparsable'],
    ['a patch that makes a file that is there', '--- /dev/null\n+++ b/app/store.py\n@@ -0,0 +1 @@\n+x = 1\n', 'stop', 'unparsable'],
    ['a patch that garbles its hunk', dearer.replace(' def price', 'def price'), 'stop', 'unparsable'],
    [
      'a patch of which one file does not apply',
      `${dearer}--- a/app/store.py\n+++ b/app/store.py\n@@ -1 +1 @@\n-x\n+y\n`,
      'stop',
      'unparsable',
    ],
    ['a patch that was cut off', `\`\`\`diff\n${dearer.slice(0, -40)}`, 'length', 'truncated'],
    ['a whole file that was cut off', `app/store.py\n\`\`\`python\nDATA = [`, 'length', 'truncated'],
    ['words that were cut off', 'First I would', 'length', 'truncated'],
    ['what a filter stopped', 'I', 'content-filter', 'refusal'],
  ] as const)('is named: %s', (_, text, finishReason, kind) => {
    const found = patching({ text, finishReason });
    expect({ kind: found.kind, why: reasonOf(found) }).toMatchObject({ kind });
    if (kind !== 'truncated') expect(found.files).toBeUndefined();
  });

  it.each([
    [
      dearer.replace('-    return 1', '-    return 7'),
      'app/main.py: hunk 1 of 1 does not apply: its old lines do not stand in the file (they begin with "def price(name):")',
    ],
    [dearer.replaceAll('app/main.py', 'app/other.py'), 'the patch changes app/other.py, which does not exist'],
    ['--- /dev/null\n+++ b/app/store.py\n@@ -0,0 +1 @@\n+x = 1\n', 'the patch makes app/store.py, which exists'],
    ['@@ -1 +1 @@\n-x\n+y\n--- a/x\n+++ b/x\n', 'the patch changes x, which does not exist'],
    ['```diff\n@@ -1 +1 @@\n-x\n+y\n```', 'the patch does not say which file it changes: a hunk stands before any --- and +++'],
    ['Nothing.', 'found neither a unified diff nor whole files with their paths'],
    [
      '```diff\n--- a/app/main.py\n+++ b/app/main.py\n@@\n \n+x\n \n```',
      'app/main.py: hunk 1 of 1 has no line number and fits in 4 places',
    ],
  ])('says why: %#', (text, why) => {
    expect(reasonOf(patching({ text }))).toBe(why);
  });

  it('is shown as it came', () => {
    const text = dearer.replace('-    return 1', '-    return 7');
    expect(patching({ text }).code).toBe(text);
  });
});
