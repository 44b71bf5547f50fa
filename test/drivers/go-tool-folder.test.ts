import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type TaskInterface } from '../../src/core/index.ts';
import { go, goToolFolder } from '../../src/drivers/go/go.ts';
import { trialBox } from './box.ts';

const folders: string[] = [];
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-go-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the folder of tools for Go', () => {
  it('holds the compiled harness and says where the toolchain and its archives are', () => {
    const folder = fresh();
    expect(goToolFolder(process.env).fill(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['compile.cfg', 'functions.a', 'link.cfg', 'service.a', 'tools']));
    expect(readFileSync(join(folder, 'tools'), 'utf8')).toMatch(/^compile='\/.*compile'\nlink='\/.*link'\n$/);
    expect(readFileSync(join(folder, 'link.cfg'), 'utf8')).toMatch(/^packagefile internal\/poll=\//m);
    const offered = readFileSync(join(folder, 'compile.cfg'), 'utf8');
    expect(offered).toMatch(/^packagefile net\/http=\//m);
    expect(offered).not.toMatch(/internal|vendor/);
  });

  it('is not made without a toolchain', () => {
    expect(goToolFolder({ PATH: '/nonexistent' }).fill(fresh())).toBe(false);
  });
});

describe('a box with the folder', () => {
  const box = trialBox(64_487, [goToolFolder(process.env)]);
  afterAll(() => box.close());
  const taskInterface: TaskInterface = {
    kind: 'function',
    functions: [{ name: 'f', parameters: [], returns: { type: 'json' } }],
  };
  const open = (code: string) =>
    box.open({ launch: go().launch(code, taskInterface, []), limits: defaultLimits, files: [], environment: {} });

  it('lets no candidate change what another one reads', async () => {
    const code = `package main

import (
	"os"
	"path/filepath"
)

func f() ([]string, error) {
	files, _ := filepath.Glob("/opt/fathom-go/*")
	libraries, _ := filepath.Glob("/usr/lib/go*/pkg/linux_*/fmt.a")
	changed := []string{}
	for _, file := range append(files, libraries...) {
		if os.Remove(file) == nil || os.WriteFile(file, nil, 0o644) == nil || os.Chmod(file, 0o777) == nil {
			changed = append(changed, file)
		}
	}
	if len(files) < 5 {
		changed = append(changed, "nothing was there")
	}
	return changed, nil
}
`;
    const session = await open(code);
    expect(await session.call('f', [])).toEqual({ ended: 'answered', value: [] });
    await session.close();
  });
});

describe('a box whose toolchain does not work', () => {
  const broken = {
    to: '/opt/fathom-go',
    fill: (folder: string): boolean => {
      writeFileSync(join(folder, 'tools'), "compile='/bin/true'\nlink='/bin/true'\n");
      writeFileSync(join(folder, 'compile.cfg'), '');
      writeFileSync(join(folder, 'link.cfg'), '');
      return true;
    },
  };
  const box = trialBox(64_488, [broken]);
  afterAll(() => box.close());

  it('is not held against the candidate', async () => {
    const taskInterface: TaskInterface = { kind: 'function', functions: [{ name: 'f', parameters: [], returns: { type: 'void' } }] };
    const launch = go().launch('package main\nfunc f() error { return nil }', taskInterface, []);
    const session = await box.open({ launch, limits: defaultLimits, files: [], environment: {} });
    expect(session.loaded).toMatchObject({ loaded: false, kind: 'missing-dependency', module: 'the Go toolchain' });
    await session.close();
  });
});
