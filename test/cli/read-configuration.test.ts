import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFlags, givenFlags, planFlags, reportFlags, variableOf } from '../../src/cli/flags.ts';
import { readConfiguration } from '../../src/cli/read-configuration.ts';
import { configurationSchema } from '../../src/schemas/configuration.ts';

describe('the configuration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-configuration-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const file = async (text: string, name = 'study.yaml'): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it('takes the file, and flags over it', async () => {
    const path = await file('n-samples: 3\nseed: 7\n');
    expect(await readConfiguration(path, { seed: 9 })).toMatchObject({ 'n-samples': 3, seed: 9, fusion: 'intersection' });
  });

  it('refuses a misspelt key with its place and the nearest word', async () => {
    const path = await file('suite: core\nn-smaples: 3\n');
    await expect(readConfiguration(path, {})).rejects.toThrow(/study\.yaml:2:1 n-smaples: .*did you mean "n-samples"/);
  });

  it('refuses a value of the wrong kind with what was expected and found', async () => {
    const path = await file('systems:\n  - model: gpt\n');
    await expect(readConfiguration(path, {})).rejects.toThrow(/study\.yaml:2:12 systems\[0\]\.model: .*provider\/model.*"gpt"/);
  });

  it('names the flag that holds an impossible value', async () => {
    await expect(readConfiguration(undefined, { 'n-samples': 0 })).rejects.toThrow('--n-samples: expected more than 0');
  });

  it('reads a TypeScript configuration', async () => {
    const path = await file("const samples: number = 4;\nexport default { 'n-samples': samples };\n", 'study.config.ts');
    expect(await readConfiguration(path, {})).toMatchObject({ 'n-samples': 4 });
  });

  it('has a flag only for keys that the schema knows', () => {
    const known = Object.keys(configurationSchema.shape);
    expect([...planFlags, ...reportFlags].map(({ key }) => key).filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe('flags', () => {
  const parse = (args: string[]): Record<string, unknown> => {
    const command = addFlags(new Command('x').exitOverride().configureOutput({ writeErr: () => {} }), [...planFlags, ...reportFlags]);
    command.parse(args, { from: 'user' });
    return givenFlags(command.opts(), [...planFlags, ...reportFlags]);
  };

  it('turn into configuration keys', () => {
    expect(parse(['--n-samples', '5', '--k', '1,5', '--cwe', 'CWE-22, CWE-89', '--fail-under', 'secure-pass@1=0.6,pass@1=0.5'])).toEqual({
      'n-samples': 5,
      k: [1, 5],
      cwe: ['CWE-22', 'CWE-89'],
      'fail-under': { 'secure-pass@1': 0.6, 'pass@1': 0.5 },
    });
  });

  it('can be given as environment variables', () => {
    process.env.FATHOM_N_SAMPLES = '6';
    try {
      expect(parse([])).toEqual({ 'n-samples': 6 });
    } finally {
      delete process.env.FATHOM_N_SAMPLES;
    }
    expect(variableOf('fail-under')).toBe('FATHOM_FAIL_UNDER');
  });

  it('refuse what is not a number', () => {
    expect(() => parse(['--n-samples', 'many'])).toThrow('expected a number');
  });
});
