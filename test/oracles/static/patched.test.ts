import { describe, expect, it } from 'vitest';
import type { SourceFiles, Task, Verdict, Witness, WitnessLabel } from '../../../src/core/index.ts';
import { writePatch } from '../../../src/extraction/patches/write-patch.ts';
import { staticOracle } from '../../../src/oracles/static.ts';
import { sample, standIn, taskWith } from './stand-in.ts';

/** `old.py` has a finding of its own. */
const repository: SourceFiles = { 'README.md': 'flag CWE-89\n', 'app/old.py': 'one\nflag CWE-89 old\ntwo\n', 'app/plain.py': 'fine\n' };

const patched = (changes: SourceFiles) => {
  const files = { ...repository, ...changes };
  return { files, code: writePatch(repository, files) };
};

const witness = (label: WitnessLabel, changes: SourceFiles): Witness => ({ language: 'python', label, name: label, ...patched(changes) });

const task: Task = {
  ...taskWith([witness('secure', { 'app/plain.py': 'better\n' }), witness('insecure', { 'app/new.py': 'flag CWE-89\n' })]),
  languages: [{ language: 'python', packages: [], prompts: {}, repository: { files: repository, entry: 'app/old.py' } }],
};

const examining = async (changes: SourceFiles, asked = task) => {
  const analyzer = standIn();
  const oracle = staticOracle({ analyzer });
  const [facts] = await oracle.prepare([asked]);
  analyzer.batches.length = 0;
  const { code, files } = patched(changes);
  const [verdicts] = await oracle.examine([{ sample: sample(code, { files }), task: asked }]);
  return { verdict: verdicts?.[0], facts, seen: analyzer.batches.flat().map((file) => file.code) };
};

const verdictOn = async (changes: SourceFiles): Promise<Verdict | undefined> => (await examining(changes)).verdict;

describe('the static oracle on a patch', () => {
  it('looks at every changed file of the language, and at no untouched one', async () => {
    const { seen } = await examining({ 'README.md': 'new words\n', 'app/new.py': 'new\n', 'app/plain.py': 'better\n' });
    expect(seen.toSorted()).toEqual(['better\n', 'fine\n', 'new\n']);
  });

  it('is admitted by witnesses that are patches', async () => {
    expect((await examining({ 'app/plain.py': 'x\n' })).facts?.admitted).toEqual({ tasks: 1, of: 1 });
  });

  it('fails a new file with a finding, at the diff’s line that shows it', async () => {
    const changes = { 'app/new.py': 'x\nflag CWE-89\n' };
    const verdict = await verdictOn(changes);
    expect(verdict).toMatchObject({ status: 'fail', findings: [{ location: { file: { path: 'app/new.py', line: 2 } } }] });
    const line = verdict?.status === 'fail' ? verdict.findings[0].location?.line : undefined;
    expect(patched(changes).code.split('\n')[(line ?? 0) - 1]).toBe('+flag CWE-89');
  });

  it('does not charge what the untouched file had already', async () => {
    expect(await verdictOn({ 'app/old.py': 'zero\none\nflag CWE-89 old\ntwo\n' })).toMatchObject({ status: 'pass', collateral: [] });
  });

  it('charges a second finding of the same line', async () => {
    expect(await verdictOn({ 'app/old.py': 'one\nflag CWE-89 old\nflag CWE-89 old\n' })).toMatchObject({
      status: 'fail',
      findings: [{ location: { file: { path: 'app/old.py', line: 3 } } }],
    });
  });

  it('charges the same rule on a line of another text', async () => {
    expect(await verdictOn({ 'app/old.py': 'one\nflag CWE-89 new\ntwo\n' })).toMatchObject({ status: 'fail' });
  });

  it('passes a change without findings', async () => {
    expect(await verdictOn({ 'app/plain.py': 'better\n' })).toMatchObject({ status: 'pass' });
  });

  it.each([
    [
      'a file that it can’t read',
      { 'app/new.py': 'unparsable\n', 'app/plain.py': 'better\n' },
      'unparsable-code',
      'app/new.py: line 1: what is this',
    ],
    [
      'a file that it can’t read beside one with another weakness',
      { 'app/new.py': 'hang\n', 'app/more.py': 'flag CWE-79\n' },
      'timeout',
      'app/new.py: took too long',
    ],
    ['no file of the language', { 'README.md': 'new words\n' }, 'skipped-by-tool', 'the change touches no Python file'],
  ])('never passes a change with %s', async (_, changes, reason, detail) => {
    expect(await verdictOn(changes)).toMatchObject({ status: 'unknown', reason, detail });
  });

  it('takes a file whose original it could not read as all the model’s', async () => {
    const broken = { ...repository, 'app/broken.py': 'unparsable\n' };
    const asked: Task = {
      ...task,
      languages: [{ language: 'python', packages: [], prompts: {}, repository: { files: broken, entry: 'app/old.py' } }],
    };
    const oracle = staticOracle({ analyzer: standIn() });
    await oracle.prepare([asked]);
    const files = { ...broken, 'app/broken.py': 'flag CWE-89\n' };
    const [verdicts] = await oracle.examine([{ sample: sample(writePatch(broken, files), { files }), task: asked }]);
    expect(verdicts?.[0]).toMatchObject({ status: 'fail' });
  });
});
