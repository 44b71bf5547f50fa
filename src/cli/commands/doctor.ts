import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { analyzersHere, sandboxNamed } from '../../compose.ts';
import type { Context, Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import tools from '../system-tools.json' with { type: 'json' };
import { wrap } from '../table.ts';

const toolSchema = z.array(
  z.object({
    id: z.string(),
    find: z.union([z.object({ command: z.string() }), z.object({ python: z.string() }), z.object({ file: z.string() })]),
    version: z.array(z.string()).optional(),
    package: z.string(),
    use: z.string(),
    lost: z.string(),
    main: z.boolean(),
    testsOnly: z.boolean().optional(),
    /** The quick tour does without it. */
    tour: z.boolean().optional(),
    /** Where the set-up lays one of its own. */
    own: z.string().optional(),
    /** Its adaptor knows better than its presence whether it works. */
    atLeast: z.string().optional(),
  }),
);
type Tool = z.infer<typeof toolSchema>[number];

/** One line of the examination. `main`: the main job can't run without it. */
type Diagnosis = {
  readonly id: string;
  readonly state: 'ready' | 'absent' | 'broken';
  readonly version: string;
  readonly use: string;
  readonly problem?: string;
  readonly remedy?: string;
  readonly main: boolean;
  /** A tool that nobody misses who has not asked for it. */
  readonly optional?: true;
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const isPresent = ({ find }: Tool, path: string): boolean => {
  if ('file' in find) return existsSync(find.file);
  if ('python' in find) {
    const code = `import importlib.util as u, sys; sys.exit(u.find_spec(${JSON.stringify(find.python)}) is None)`;
    return spawnSync('/usr/bin/python3', ['-I', '-c', code]).status === 0;
  }
  const { command } = find;
  return command.startsWith('/') ? isExecutable(command) : path.split(delimiter).some((folder) => isExecutable(join(folder, command)));
};

const versionOf = ({ version }: Tool): string => {
  const [command, ...args] = version ?? [];
  if (command === undefined) return 'present';
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  return /\d+(?:\.\d+)+\S*|\d+/.exec(`${stdout}\n${stderr}`)?.[0] ?? 'version not told';
};

const examineTool = (tool: Tool, { environment }: Context): Diagnosis => {
  const { id, use, lost, main } = tool;
  if (isPresent(tool, environment.PATH ?? '')) return { id, use, main, state: 'ready', version: versionOf(tool) };
  return {
    id,
    use,
    main,
    state: 'absent',
    version: '',
    problem: `lost without it: ${lost}`,
    remedy: `sudo apt-get install -y ${tool.package}`,
  };
};

const examineSandbox = async (): Promise<Diagnosis> => {
  const use = 'runs generated code; tried just now with a real box';
  const sandbox = await sandboxNamed('bubblewrap', {});
  try {
    const probe = await sandbox.probe();
    return probe.available
      ? {
          id: 'sandbox',
          use: `${use}: ${probe.isolation.level} (${probe.isolation.features.join(', ')})`,
          main: true,
          state: 'ready',
          version: probe.version,
        }
      : { id: 'sandbox', use, main: true, state: 'broken', version: '', problem: probe.reason, remedy: probe.remedy };
  } finally {
    await sandbox.close();
  }
};

const examineAnalyzers = async (): Promise<readonly Diagnosis[]> =>
  Promise.all(
    (await analyzersHere()).map(async (analyzer) => {
      const detection = await analyzer.detect();
      const brought = analyzer.broughtByUser === true ? { optional: true as const } : {};
      const facts = { id: `analyzer ${analyzer.id}`, use: analyzer.summary, main: false, ...brought };
      return detection.state === 'ready'
        ? { ...facts, state: detection.state, version: detection.version }
        : { ...facts, state: detection.state, version: detection.version ?? '', problem: detection.problem, remedy: detection.remedy };
    }),
  );

/** Tools to bring that are not here, in one line; one that is here and lacks something keeps its own. */
const gathered = (rows: readonly Diagnosis[]): readonly Diagnosis[] => {
  const isMissing = ({ optional, state, version }: Diagnosis): boolean => optional === true && state === 'absent' && version === '';
  const missing = rows.filter(isMissing).map(({ id }) => id.replace(/^analyzer /, ''));
  if (missing.length === 0) return rows;
  const use = `analyzers that you may bring, not here: ${missing.join(', ')} (docs/adding/own-tools.md)`;
  return [...rows.filter((row) => !isMissing(row)), { id: 'your own', state: 'absent', version: '', use, main: false }];
};

const render = (rows: readonly Diagnosis[], width: number): string => {
  const marks = { ready: 'ok', absent: '--', broken: '!!' };
  const first = Math.max(...rows.map(({ id }) => id.length));
  return rows
    .flatMap(({ id, state, version, use, problem, remedy }) => {
      const [number = '', ...company] = version.split(' ');
      const head = `${marks[state]}  ${id.padEnd(first)}  ${number.padEnd(10)}  `;
      const indent = ' '.repeat(first + 6);
      const [line = '', ...more] = wrap([use, ...company].join(' '), Math.max(30, width - head.length));
      const rest = more.map((text) => `${' '.repeat(head.length)}${text}`);
      const trouble = [problem, remedy === undefined ? undefined : `mend: ${remedy}`].filter((text) => text !== undefined);
      return [`${head}${line}`, ...rest, ...trouble.flatMap((text) => wrap(text, width - indent.length).map((part) => `${indent}${part}`))];
    })
    .join('\n');
};

/** `fathom doctor`: exit code 1 where the main job can't run. */
export const doctor: Run = async (context, { options }) => {
  const { console } = context;
  const node: Diagnosis = { id: 'node', state: 'ready', version: process.versions.node, use: 'runs Fathom', main: true };
  const rows = [
    node,
    ...toolSchema
      .parse(tools)
      .filter(({ atLeast }) => atLeast === undefined)
      .map((tool) => examineTool(tool, context)),
    await examineSandbox(),
    ...(await examineAnalyzers()),
  ];
  const broken = rows.filter(({ main, state }) => main && state !== 'ready');
  if (options.json === true) console.out(JSON.stringify(rows, null, 2));
  else {
    console.out(render(gathered(rows), console.width));
    console.out(
      broken.length === 0
        ? '\nThe main job can run here. Lines with -- are absent: reports say what could not be measured.'
        : `\nThe main job can't run here: ${broken.map(({ id }) => id).join(', ')}. Follow the lines that begin with mend.`,
    );
  }
  return broken.length === 0 ? exitCodes.fine : exitCodes.error;
};
