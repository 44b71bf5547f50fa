import { describe, expect, it } from 'vitest';
import { sampleKinds } from '../../../src/core/index.ts';
import { patching, reasonOf, shop } from './patching.ts';

const making = (path: string): string => `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`;

describe('an answer never leaves its repository', () => {
  it.each([
    ['a parent folder', making('../x.py')],
    ['a parent folder further in', making('app/../../x.py')],
    ['a parent folder behind dots', making('./../x.py')],
    ['an absolute path', making('/etc/cron.d/x')],
    ['an absolute path in the place of the prefix', '--- /dev/null\n+++ /etc/x.py\n@@ -0,0 +1 @@\n+x\n'],
    ['a home folder', making('~/.bashrc')],
    ['a drive', making('C:/x.py')],
    ['a backslash', making('app\\..\\x.py')],
    ['git’s folder', making('.git/hooks/pre-commit')],
    ['an empty name between slashes', making('app//x.py')],
    ['a control character', making('app/x\u0007.py')],
    ['half a character', making('app/x\ud800.py')],
    ['a name that no disk takes', making(`app/${'x'.repeat(300)}.py`)],
    ['a renaming to the outside', 'diff --git a/app/store.py b/../x.py\nrename from app/store.py\nrename to ../x.py\n'],
    ['a deletion outside', '--- a/../x.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n'],
    [
      'a symbolic link',
      'diff --git a/app/link b/app/link\nnew file mode 120000\n--- /dev/null\n+++ b/app/link\n@@ -0,0 +1 @@\n+/etc/passwd\n',
    ],
    ['a file that becomes a link', 'diff --git a/app/store.py b/app/store.py\nold mode 100644\nnew mode 120000\n'],
    ['a submodule', 'diff --git a/lib b/lib\nnew file mode 160000\nindex 0000000..1234567\n'],
    ['a binary file', 'diff --git a/x.so b/x.so\nnew file mode 100644\nGIT binary patch\nliteral 3\nKcmZ\n'],
    ['a name in escapes', '--- "a/app/st\\303\\266re.py"\n+++ "b/app/st\\303\\266re.py"\n@@ -1 +1 @@\n-x\n+y\n'],
    ['a folder in the place of a file', making('app/store.py/x.py')],
    ['a file in the place of a folder', making('app')],
    ['a whole file outside', '../x.py\n```python\nx = 1\n```'],
    ['a whole file with an absolute path', '```python /etc/x.py\nx = 1\n```'],
    ['a whole file outside, beside a good one', 'app/store.py\n```python\nD = 1\n```\n\n/tmp/x.py\n```python\nx = 1\n```'],
  ])('by %s', (_, text) => {
    const found = patching({ text });
    expect({ kind: found.kind, files: found.files, why: reasonOf(found) }).toMatchObject({ kind: 'unparsable', files: undefined });
    expect(reasonOf(found)).toMatch(/leaves|path|link|submodule|binary|escapes|folder/);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('nor mistakes a file called %s for something else', (name) => {
    const found = patching({ text: making(name) });
    expect(found.kind).toBe('code');
    expect(Object.keys(found.files ?? {})).toEqual([...Object.keys(shop), name].toSorted());
    expect(Object.entries(found.files ?? {}).find(([path]) => path === name)?.[1]).toBe('x\n');
    expect(patching({ text: `--- a/${name}\n+++ b/${name}\n@@ -1 +1 @@\n-x\n+y\n` }).kind).toBe('unparsable');
  });
});

describe('a huge answer', () => {
  const many = 300_000;
  const same = 'a\n'.repeat(20_000);
  const repeated = `--- a/big.py\n+++ b/big.py\n${`@@ -1,1001 +1,1001 @@\n${' a\n'.repeat(1_000)}-b\n+c\n`.repeat(50)}`;
  // The limit of the test run is what fails here: a quadratic step takes hours on so many.
  it.each([
    ['fences', '```diff\n'.repeat(many / 8)],
    ['names of files', '--- a/app/main.py\n+++ b/app/main.py\n'.repeat(many / 36)],
    ['headers of hunks', `--- a/app/main.py\n+++ b/app/main.py\n${'@@ -1 +1 @@\n'.repeat(many / 12)}`],
    ['far line numbers', `--- a/app/main.py\n+++ b/app/main.py\n${'@@ -9999999,2 +1,2 @@\n-q\n+r\n'.repeat(many / 30)}`],
    ['new files', Array.from({ length: 6_000 }, (_, index) => making(`f${index}.py`)).join('')],
    ['backticks', '`'.repeat(many)],
    ['paths', `${'app/'.repeat(many / 4)}x.py\n\`\`\`python\nx\n\`\`\``],
    ['words before a block', `${'word '.repeat(many / 5)}\n\`\`\`python\nx\n\`\`\``],
    ['a line of spaces', `\`\`\`diff\n--- a/app/main.py\n+++ b/app/main.py\n@@ -1 +1 @@\n-${' '.repeat(many)}\n+x\n\`\`\``],
  ])('of %s comes to an end', (_, text) => {
    expect(sampleKinds).toContain(patching({ text }).kind);
    expect(sampleKinds).toContain(patching({ text, finishReason: 'length' }).kind);
  });

  it('of hunks that almost fit everywhere is given up', () => {
    const found = patching({ text: repeated, repository: { 'big.py': same } });
    expect({ kind: found.kind, why: reasonOf(found) }).toEqual({ kind: 'unparsable', why: 'big.py: hunk 1 of 50 takes too long to place' });
  });

  it('with more characters than any patch is not read', () => {
    expect(reasonOf(patching({ text: 'x'.repeat(1_000_001) }))).toBe('the answer is longer than 1000000 characters');
  });

  it('that makes more files than a small repository has is refused', () => {
    const text = Array.from({ length: 400 }, (_, index) => making(`f${index}.py`)).join('');
    expect(reasonOf(patching({ text }))).toBe('the repository would have more than 300 files');
  });
});
