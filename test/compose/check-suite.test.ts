import { expect, test } from 'vitest';
import { notCheckedHere } from '../../src/compose/check-suite.ts';
import { promptProblems } from '../../src/compose/lint-problems.ts';
import { drivers } from '../../src/compose/oracles.ts';
import { languages, type OracleFacts } from '../../src/core/index.ts';

const facts = (controls: OracleFacts['controls']): OracleFacts => ({
  id: 'tests',
  axis: 'functional',
  grade: 'witnessed',
  family: 'tests',
  version: '1',
  languages: ['python'],
  state: 'ready',
  controls,
});

test('a language whose control programs come out wrong is not checked, with the reason', () => {
  const bad = { language: 'python', knownBadFound: false, knownGoodClean: false, detail: 'no interpreter' } as const;
  expect(notCheckedHere([facts([bad]), { ...facts([bad]), id: 'exploits' }]).get('python')).toBe('tests: no interpreter (`fathom doctor`)');
  expect(notCheckedHere([facts([{ ...bad, knownBadFound: true, knownGoodClean: true }])]).get('python')).toBeUndefined();
});

test('a language without a driver is not checked', () => {
  const driven = drivers.map(({ language }) => language);
  expect([...notCheckedHere([]).keys()]).toEqual(languages.filter((language) => !driven.includes(language)));
});

test('one fault in several prompts is one problem', () => {
  const fault = {
    language: 'python',
    wording: 'plain',
    rule: 'missing',
    literal: 'f',
    message: 'expected the function f. Name it.',
  } as const;
  const telling = { ...fault, rule: 'telling', message: 'found "safe" in a plain prompt: it tells. Say it otherwise.' } as const;
  const found = promptProblems([
    { ...fault, style: 'instruction' },
    { ...fault, style: 'issue', wording: 'explicit' },
    { ...telling, style: 'completion' },
  ]);
  expect(found).toEqual([
    {
      where: 'task.yaml: prompts instruction, issue (explicit)',
      expected: 'the function f',
      found: 'a prompt that does not say it',
      next: 'Name it.',
    },
    {
      where: 'task.yaml: prompts completion',
      expected: 'a plain prompt that does not give the weakness away',
      found: '"safe" in a plain prompt: it tells',
      next: 'Say it otherwise.',
    },
  ]);
});
