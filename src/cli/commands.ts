import { Argument, type Command, Option } from 'commander';
import { calibrateFlags } from './calibrate-flags.ts';
import { configureDisagreements, configureLabel } from './commands/label/configure.ts';
import { configureTasks, tasksExamples } from './commands/tasks/configure.ts';
import type { Run } from './context.ts';
import { addFlags, oracleFlags, planFlags, reportFlags, wholeNumber } from './flags.ts';

/** A command, loaded only when it is called: `fathom --help` must not load a model's SDK. */
export type CommandEntry = {
  readonly name: string;
  readonly summary: string;
  configure(command: Command): void;
  load(): Promise<Run>;
};

const outFlags = [{ key: 'out', kind: 'text' as const, argument: '<folder>', help: 'run folder (default: below runs/)' }];

const confirmation = (command: Command): Command =>
  command.option(
    '--i-understand-that-generated-code-runs-unconfined',
    'with --sandbox none: the code of a model then runs with your rights on this machine',
  );

export const commands: readonly CommandEntry[] = [
  {
    name: 'run',
    summary: 'Put systems to the tasks of a suite, examine every answer, and report what is secure and works',
    configure: (command) => {
      command
        .argument('[configuration]', 'YAML, JSON or TypeScript file; `fathom init` writes one')
        .option('--model <provider/model>', 'measure this model, instead of the systems of the configuration')
        .option('--method <name>', 'method on top of --model (default: direct)')
        .option('--base-url <url>', 'OpenAI-compatible server for --model')
        .option('--dry-run', 'print the plan: samples, calls, tokens at most; ask nobody')
        .option('--retry-errors', 'examine samples again whose oracles failed')
        .option('--json', 'print report.json to standard output');
      addFlags(command, [...outFlags, ...planFlags, ...oracleFlags, ...reportFlags]);
      confirmation(command).addHelpText(
        'after',
        `
The same command resumes a run that was stopped, and extends it when --n-samples grows: no answer is paid for twice.

Examples:
  fathom run --model scripted/careless --n-samples 5
  fathom run --model openai/MODEL --method reminder --max-cost 5
  fathom run study.yaml --fail-under secure-pass@1=0.6 --gate-on lower`,
      );
    },
    load: async () => (await import('./commands/run.ts')).run,
  },
  {
    name: 'evaluate',
    summary: 'Examine code that somebody else generated',
    configure: (command) => {
      command
        .argument('<path...>', 'files or folders of samples: `fathom list sample-formats`')
        .option('--format <name>', 'sample format (default: recognised by content)')
        .option('--system <name>', 'name for the system that wrote the samples')
        .option('--language <name>', 'language of the samples, where neither sample nor task tells')
        .option('--expect-n <n>', 'samples that were asked for; missing ones stay in the denominator', wholeNumber)
        .option('--retry-errors', 'examine samples again whose oracles failed')
        .option('--json', 'print report.json to standard output');
      addFlags(command, [
        ...outFlags,
        { key: 'suite', kind: 'text', argument: '<name or folder>', help: 'suite whose tasks the samples answer (default: core)' },
        ...oracleFlags,
        ...reportFlags,
      ]);
      confirmation(command).addHelpText(
        'after',
        `
A line of JSONL is {"task_id": "read-note", "completion": "…"} (or "solution"), with optional "language", "system", "sample_id".

Examples:
  fathom evaluate samples.jsonl --fail-under secure-pass@1=0.6
  fathom evaluate results/dataset_gpt-4_0.4.jsonl --format sallm`,
      );
    },
    load: async () => (await import('./commands/evaluate.ts')).evaluate,
  },
  {
    name: 'report',
    summary: 'Measure a stored run again, under any fusion rule or metric, without models or tools',
    configure: (command) => {
      command
        .argument('<run>', 'run folder')
        .option('--format <name>', 'print this one format to standard output instead of writing files')
        .option(
          '--fresh <run>',
          'a run of the same systems over freshly mutated tasks (docs/adding/variants.md): the last bar of the iceberg',
        )
        .option('--json', 'short for --format json');
      addFlags(command, [
        { key: 'out', kind: 'text', argument: '<folder>', help: 'where the reports go (default: the run folder)' },
        ...reportFlags,
      ]);
    },
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'disagreements',
    summary: 'The samples on which oracles differ most, with everything they said',
    configure: configureDisagreements,
    load: async () => (await import('./commands/disagreements.ts')).disagreements,
  },
  {
    name: 'label',
    summary: 'Say yourself whether samples are secure; labels calibrate oracles',
    configure: configureLabel,
    load: async () => (await import('./commands/label.ts')).label,
  },
  {
    name: 'compare',
    summary: 'Paired difference of two runs or systems, with interval and test',
    configure: (command) => {
      command
        .argument('<a>', 'run folder, or run folder#system')
        .argument('<b>', 'run folder, or run folder#system')
        .option('--json', 'print JSON to standard output');
      addFlags(
        command,
        reportFlags.filter(({ key }) => ['fusion', 'calibration', 'k'].includes(key)),
      );
    },
    load: async () => (await import('./commands/compare.ts')).compareRuns,
  },
  {
    name: 'calibrate',
    summary: 'Measure every oracle on samples of known truth, for weighted fusion and corrected rates',
    configure: (command) => {
      command
        .option(
          '--labels <file>',
          "your own truth: code (JSONL of task_id, language, code, label), or a run's labels.jsonl (default: the suite's witnesses)",
        )
        .option('--out <file>', 'where the calibration goes (default: calibration.json)')
        .option('--run <folder>', 'run folder in which the samples are examined (default: runs/calibration-…)')
        .option('--retry-errors', 'examine samples again whose oracles failed')
        .option('--by-cwe', 'a row for each weakness too')
        .option('--markdown', 'print Markdown tables')
        .option('--json', 'print JSON to standard output');
      addFlags(command, calibrateFlags);
      confirmation(command).addHelpText(
        'after',
        `
The same command resumes one that was stopped: what is examined stays in the run folder.

Examples:
  fathom calibrate
  fathom calibrate --languages python --judges openai/MODEL --by-cwe
  fathom calibrate --labels runs/study/labels.jsonl --out people.json
  fathom report runs/study --fusion weighted --calibration calibration.json`,
      );
    },
    load: async () => (await import('./commands/calibrate.ts')).calibrate,
  },
  {
    name: 'tasks',
    summary: 'List, show, check, count and begin tasks',
    configure: (command) => {
      confirmation(configureTasks(command)).addHelpText('after', tasksExamples);
    },
    load: async () => (await import('./commands/tasks.ts')).tasks,
  },
  {
    name: 'list',
    summary: 'List every adaptor of a family: analyzers, judges, models, methods, sandboxes, fusion, metrics, reports, sample-formats',
    configure: (command) => {
      command
        .argument('[family]', 'which family (default: the families)')
        .option('--json', 'print an array of objects with at least id and summary');
    },
    load: async () => (await import('./commands/list.ts')).list,
  },
  {
    name: 'doctor',
    summary: 'What this machine can measure: every tool, its version, its use, and what is lost without it',
    configure: (command) => {
      command.option('--json', 'print JSON to standard output');
    },
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'init',
    summary: 'Write a commented configuration',
    configure: (command) => {
      command.argument('[file]', 'where to', 'fathom.yaml').option('--force', 'overwrite the file');
    },
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'schema',
    summary: 'Print a JSON Schema: configuration, task, or report',
    configure: (command) => {
      command.addArgument(new Argument('<what>', 'which schema').choices(['configuration', 'task', 'report']));
      command.addOption(new Option('--json').hideHelp());
    },
    load: async () => (await import('./commands/schema.ts')).schema,
  },
];
