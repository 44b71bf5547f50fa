import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layPackage, npmClosure } from '../../src/sandboxes/npm-packages.ts';

const root = mkdtempSync(join(tmpdir(), 'fathom-closure-'));
afterAll(() => rmSync(root, { recursive: true }));

const install = (folder: string, ...dependencies: readonly string[]): void => {
  mkdirSync(join(root, folder), { recursive: true });
  const manifest = { name: folder, dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) };
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify(manifest));
};

install('shop', '@goods/bread', 'jam', 'absent');
install('@goods/bread', 'flour');
install('flour', 'shop');
install('jam', 'sugar', 'fruit');
install('jam/node_modules/sugar', 'cane');
install('sugar', 'beet');
install('fruit');
install('cane');
install('beet');
install('other');

describe('the closure of an npm package', () => {
  it('is what installing it alone would have brought; nested packages come with the one above them', () => {
    expect(npmClosure(root, 'shop')).toEqual(['@goods/bread', 'cane', 'flour', 'fruit', 'jam', 'shop']);
  });

  it('is only itself where it depends on nothing, and empty where it is not there', () => {
    expect(npmClosure(root, 'other')).toEqual(['other']);
    expect(npmClosure(root, 'absent')).toEqual([]);
  });
});

describe('laying a package', () => {
  it('keeps what programs need, with nested packages, and leaves out the rest', () => {
    const at = mkdtempSync(join(tmpdir(), 'fathom-laying-'));
    const files = [
      'index.js',
      'lib/docs/a.cjs',
      'README.md',
      'types.d.ts',
      'test/a.js',
      'node_modules/@b/c/test/x.js',
      'node_modules/@b/c/data.wasm',
    ];
    for (const file of files) {
      mkdirSync(dirname(join(at, 'from', file)), { recursive: true });
      writeFileSync(join(at, 'from', file), file);
    }
    layPackage(join(at, 'from'), join(at, 'to'));
    const laid = readdirSync(join(at, 'to'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = laid.map((entry) => relative(join(at, 'to'), join(entry.parentPath, entry.name))).sort();
    rmSync(at, { recursive: true });
    expect(paths).toEqual(['index.js', 'lib/docs/a.cjs', 'node_modules/@b/c/data.wasm']);
  });
});
