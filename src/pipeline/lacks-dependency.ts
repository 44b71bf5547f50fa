import { declaredPackages, type Sample, type Task, type Verdict } from '../core/index.ts';
import { undeclaredImports } from '../extraction/imports/undeclared.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What Python, Node and C compilers say of a module that is not there. */
const saysAbsent = (message: string, module: string): boolean => {
  const name = escaped(module);
  const python = new RegExp(`No module named '${name}['.]`);
  const node = new RegExp(`Cannot find (?:module|package) '${name}['/]`);
  const header = new RegExp(`fatal error: ${name}: No such file`);
  // The header of a library may be here, and the library that nobody declared is not linked.
  const library = /\.(?:h|hpp|hh)$/.test(module) && message.includes('undefined reference to');
  return library || [python, node, header].some((pattern) => pattern.test(message));
};

/**
 * Whether code needs a module that its task does not declare and that is not of the language's standard library. It does if
 * - it did not load for that reason, as the driver says (a verdict that does not count says nothing: the box itself may lack the language);
 * - it imports the module whenever it is loaded, even where this machine has it installed: elsewhere it would not load;
 * - it imports it on the way, did not work, and a failed case names the module as not found.
 *
 * What a candidate says of itself here can only be held against it: its functional axis fails in any case.
 */
export const lacksDependency = (sample: Sample, verdicts: readonly Verdict[], task: Task): boolean => {
  const failed = verdicts.flatMap((verdict) =>
    verdict.axis === 'functional' && verdict.status === 'fail' && verdict.voice.counts ? verdict.findings : [],
  );
  if (failed.some(({ ruleId }) => ruleId === 'load:missing-dependency')) return true;
  // The code of a patch task is a diff, and its files may import each other. An imported task without tests declares nothing.
  if (sample.files !== undefined || task.testsPath === undefined) return false;
  const { always, perhaps } = undeclaredImports(sample.language, sample.code, declaredPackages(task, sample.language));
  return always.length > 0 || perhaps.some((module) => failed.some(({ message }) => saysAbsent(message, module)));
};
