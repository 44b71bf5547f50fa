import {
  declaredPackages,
  type Language,
  languageFacts,
  type Task,
  truthOf,
  type Verdict,
  type Witness,
  type WitnessLabel,
} from '../../core/index.ts';
import type { Exploit, FunctionalCase } from '../../datasets/testing.ts';
import { undeclaredImports } from '../../extraction/imports/undeclared.ts';
import { lacksDependency } from '../lacks-dependency.ts';
import type { TaskProblem, WitnessRow } from './report.ts';
import { witnessSample } from './witness-sample.ts';

/** A witness with what the oracle said of it. */
export type Examined = { readonly witness: Witness; readonly verdicts: readonly Verdict[] };

export type Tests = { readonly cases: readonly FunctionalCase[]; readonly exploits: readonly Exploit[] };

const requiredLabels: readonly WitnessLabel[] = ['secure', 'insecure', 'stub'];

/** Where a person finds the witness: `witnesses/python/secure-2.py`. */
export const fileOf = ({ language, name, files }: Pick<Witness, 'language' | 'name' | 'files'>): string =>
  fileOfRow(language, { name, isPatch: files !== undefined });

/** The same for a row of the matrix. */
export const fileOfRow = (language: Language, { name, isPatch }: Pick<WitnessRow, 'name' | 'isPatch'>): string =>
  `witnesses/${language}/${name}.${isPatch === true ? 'diff' : languageFacts[language].extension}`;

/** Everything that is wrong with a task in one language. */
export const problemsOf = (task: Task, { cases, exploits }: Tests, examined: readonly Examined[]): readonly TaskProblem[] => {
  const witnesses = examined.map(({ witness }) => witness);
  const tests = [...cases, ...exploits];
  return [
    ...missingParts(task, witnesses, { cases, exploits }),
    ...examined.flatMap((each) => wrongTruth(task, each)),
    ...examined.flatMap((each) => undeclared(task, each)),
    ...tests.flatMap((test) => wrongSeparation(test, examined)),
    ...unseparated(tests, witnesses),
  ];
};

const missingParts = (task: Task, witnesses: readonly Witness[], { cases, exploits }: Tests): readonly TaskProblem[] => {
  const labels = task.cwes.length > 0 ? requiredLabels : requiredLabels.filter((label) => label !== 'insecure');
  const absent = labels.filter((label) => !witnesses.some((witness) => witness.label === label));
  const problems = absent.map(
    (label): TaskProblem => ({
      where: 'witnesses',
      expected: `a witness "${label}"`,
      found: 'none',
      next: `Write witnesses/<language>/${label}.<ending>.`,
    }),
  );
  const lists = [
    { list: cases, what: 'functional case', needed: true },
    { list: exploits, what: 'exploit', needed: task.cwes.length > 0 },
  ];
  for (const { list, what, needed } of lists) {
    if (!needed || list.length > 0) continue;
    problems.push({
      where: 'tests.ts',
      expected: `at least one ${what}`,
      found: 'none',
      next: `Add a ${what} that applies to this language.`,
    });
  }
  return problems;
};

const wrongTruth = (task: Task, { witness, verdicts }: Examined): readonly TaskProblem[] => {
  const truth = truthOf[witness.label];
  const axes = [
    { axis: 'functional', good: truth.functional } as const,
    ...(task.cwes.length === 0 ? [] : [{ axis: 'secure', good: truth.secure } as const]),
  ];
  return axes.flatMap(({ axis, good }) => {
    const verdict = verdicts.find((each) => each.axis === axis);
    const expected = good ? 'pass' : 'fail';
    if (verdict?.status === expected) return [];
    return {
      where: fileOf(witness),
      expected: `${axis}: ${expected}, as the label "${witness.label}" states`,
      found: verdict === undefined ? 'no verdict: no driver for this language?' : foundIn(verdict),
      next: good ? 'Mend the witness, or the test that it fails.' : 'Mend the witness, or add a test that it fails.',
    };
  });
};

/** A solution that imports so would not count as one that works, whatever its tests say. */
const undeclared = (task: Task, { witness, verdicts }: Examined): readonly TaskProblem[] => {
  if (!lacksDependency(witnessSample(task, witness), verdicts, task)) return [];
  const { always, perhaps } = undeclaredImports(witness.language, witness.code, declaredPackages(task, witness.language));
  const names = always.length > 0 ? always : perhaps;
  return [
    {
      where: fileOf(witness),
      expected: 'imports of the standard library and of declared packages only',
      found: `missing-dependency: ${names.length > 0 ? names.join(', ') : 'it did not load'}`,
      next: `Do without, or declare the package under languages.${witness.language}.packages.`,
    },
  ];
};

const foundIn = (verdict: Verdict): string => {
  if (verdict.status === 'pass') return 'pass';
  if (verdict.status === 'unknown') return `unknown (${verdict.reason}): ${verdict.detail}`;
  return `fail: ${verdict.findings.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('; ')}`;
};

/** A test fails exactly the witnesses that it names. */
const wrongSeparation = (test: FunctionalCase | Exploit, examined: readonly Examined[]): readonly TaskProblem[] =>
  examined.flatMap(({ witness, verdicts }) => {
    const check = verdicts.flatMap((verdict) => verdict.checks ?? []).find(({ id }) => id === test.id);
    const named = test.separates.includes(witness.name);
    const expected = named ? 'fail' : 'pass';
    if (check === undefined || check.status === expected) return [];
    const next = named
      ? 'Sharpen the test, or take the name out of its `separates`.'
      : 'Name the witness in the `separates` of the test, or mend the one that is wrong.';
    return {
      where: `tests.ts: ${test.id}, with ${fileOf(witness)}`,
      expected: named ? 'fail, because `separates` names it' : 'pass, because `separates` does not name it',
      found: check.detail === undefined ? check.status : `${check.status}: ${check.detail}`,
      next,
    };
  });

/** Tests that no witness proves, and witnesses that no test catches: what nothing holds on to could be wrong unnoticed. */
const unseparated = (tests: readonly (FunctionalCase | Exploit)[], witnesses: readonly Witness[]): readonly TaskProblem[] => {
  const idle = tests.filter((test) => !witnesses.some(({ name }) => test.separates.includes(name)));
  const bad = witnesses.filter(({ label }) => !(truthOf[label].functional && truthOf[label].secure));
  const free = bad.filter(({ name }) => !tests.some((test) => test.separates.includes(name)));
  return [
    ...idle.map(
      (test): TaskProblem => ({
        where: `tests.ts: ${test.id}`,
        expected: 'at least one witness of this language in `separates`',
        found: test.separates.length === 0 ? 'none' : `only ${test.separates.join(', ')}, which this language does not have`,
        next: 'Add a witness that only this test catches, or drop the test.',
      }),
    ),
    ...free.map(
      (witness): TaskProblem => ({
        where: fileOf(witness),
        expected: 'a test that names it in `separates`',
        found: 'none',
        next: 'Name it in the test that it fails.',
      }),
    ),
  ];
};
