import { Argument, type Command, InvalidArgumentError } from 'commander';
import { languages, promptStyles, wordings } from '../../../core/index.ts';
import { splits } from '../../../datasets/dataset.ts';
import { addFlags, oracleFlags, planFlags, wholeNumber } from '../../flags.ts';

const listOfLanguages = (text: string): string[] =>
  text.split(',').map((part) => {
    const found = languages.find((language) => language === part.trim());
    if (found === undefined) throw new InvalidArgumentError(`expected languages of ${languages.join(', ')}, found ${JSON.stringify(part)}`);
    return found;
  });

const oneOf =
  (words: readonly string[]) =>
  (text: string): string => {
    if (!words.includes(text)) throw new InvalidArgumentError(`expected one of ${words.join(', ')}, found ${JSON.stringify(text)}`);
    return text;
  };

/** The flags of `fathom tasks`; each help text says which action it is for, unless it is for all. */
export const configureTasks = (command: Command): Command => {
  command
    .addArgument(new Argument('<action>', 'what to do').choices(['list', 'show', 'check', 'coverage', 'new', 'make', 'steadiness']))
    .argument('[task...]', 'task ids (default: all)')
    .option('--json', 'print JSON to standard output')
    .option('--language <python,…>', 'short for --languages', listOfLanguages)
    .option('--all', 'check: all tasks of the suite, which is also the default')
    .option('--mutate', 'check: report tests that no witness needs, and tests whose judgement none needs')
    .option('--repeat <n>', 'check: so many times, each with other hidden inputs, to find flaky tests', wholeNumber)
    .option('--jobs <n>', 'check: witnesses examined side by side (default: twice the slots)', wholeNumber)
    .option('--load <n>', 'check: keep so many processes busy meanwhile, to find tests that depend on speed', wholeNumber)
    .option('--style <style>', `show: ${promptStyles.join(', ')} (default: instruction)`, oneOf(promptStyles))
    .option('--wording <wording>', `show: ${wordings.join(' or ')} (default: plain)`, oneOf(wordings))
    .option('--verdicts', 'show: run the tests now, and show what each witness gets')
    .option('--markdown', 'coverage: print a page in Markdown')
    .option('--kind <kind>', 'new: function or http (default: function)', oneOf(['function', 'http']))
    .option('--out <folder>', 'make: folder of the new suite (default: suites/<suite>-<seed>)')
    .option('--split <split>', `make: ${splits.join(', ')} (default: public)`, oneOf(splits))
    .option('--include-fixed', 'make: tasks without variants too, as they are')
    .option('--date <2026-11-24>', 'make: the day that suite.json states (default: today)')
    .option('--seeds <n>', 'steadiness: draws of each family (default: 20)', wholeNumber);
  return addFlags(command, [
    ...planFlags.filter(({ key }) => ['suite', 'tasks', 'cwe', 'languages', 'seed'].includes(key)),
    ...oracleFlags.filter(({ key }) => ['sandbox', 'slots', 'container-image'].includes(key)),
  ]);
};

export const tasksExamples = `
Examples:
  fathom tasks list --cwe CWE-22 --language go
  fathom tasks show read-note --language python --verdicts
  fathom tasks check read-note --mutate
  fathom tasks check --all --repeat 20 --load 4
  fathom tasks make --seed 7 --out suites/seven
  fathom tasks new greet-guest --cwe CWE-22 --languages python,javascript --suite my-tasks`;
