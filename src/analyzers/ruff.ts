import type { PositionEncoding } from '@astral-sh/ruff-wasm-nodejs';
import { type Finding, messageOf } from '../core/index.ts';
import type { Analyzer, FileReport, SourceFile } from './analyzer.ts';
import { banditControls } from './controls/python-controls.ts';
import { analyzed, failed } from './file-report.ts';
import { banditRules } from './rules/bandit-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';

type Diagnostic = {
  readonly code: string;
  readonly message: string;
  readonly start: { readonly row: number; readonly column: number };
  readonly end: { readonly row: number; readonly column: number };
};

type Engine = { readonly version: string; readonly rules: readonly string[]; check(code: string): readonly Diagnostic[] };

const isPlace = (value: unknown): value is Diagnostic['start'] =>
  typeof value === 'object' &&
  value !== null &&
  'row' in value &&
  typeof value.row === 'number' &&
  'column' in value &&
  typeof value.column === 'number';

const diagnosticOf = (value: unknown): Diagnostic => {
  if (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'message' in value &&
    'start_location' in value &&
    'end_location' in value
  ) {
    const { code, message, start_location: start, end_location: end } = value;
    if (typeof message === 'string' && isPlace(start) && isPlace(end))
      return { code: typeof code === 'string' ? code : 'invalid-syntax', message, start, end };
  }
  throw new Error(`ruff's diagnostic has a shape that this adaptor does not know: ${JSON.stringify(value)?.slice(0, 200)}`);
};

/**
 * Takes the words out of the code's comments that would silence ruff: a candidate must not switch off its own examination.
 * Lengths stay the same, so places do.
 */
const withoutSuppressions = (code: string): string => code.replace(/noqa/gi, 'n_qa').replace(/(#\s*)ruff(\s*:)/gi, '$1r_ff$2');

const loadEngine = async (): Promise<Engine> => {
  // Ten megabytes of WebAssembly: loaded when first needed, not when Fathom starts.
  const { Workspace } = await import('@astral-sh/ruff-wasm-nodejs');
  const utf16: PositionEncoding.Utf16 = 1;
  const accepts = (rule: string): boolean => {
    try {
      new Workspace({ lint: { select: [rule] } }, utf16).free();
      return true;
    } catch {
      return false; // A rule of bandit that this ruff does not have.
    }
  };
  const rules = Object.keys(banditRules)
    .map((number) => `S${number}`)
    .filter(accepts);
  const workspace = new Workspace({ 'target-version': 'py313', lint: { preview: false, select: rules } }, utf16);
  return {
    version: Workspace.version(),
    rules,
    check: (code) => {
      const found: unknown = workspace.check(code);
      if (!Array.isArray(found)) throw new Error('ruff did not answer with a list');
      return found.map(diagnosticOf);
    },
  };
};

const findingOf = ({ code, message, start, end }: Diagnostic): Finding => ({
  oracle: 'static:ruff',
  ruleId: code,
  message,
  ...ratingOf(banditRules, code.slice(1), { cwe: [], severity: 'unrated' }),
  location: { line: start.row, column: start.column, endLine: end.row, endColumn: end.column },
});

const reportOf = (engine: Engine, file: SourceFile): FileReport => {
  try {
    const diagnostics = engine.check(withoutSuppressions(file.code));
    const broken = diagnostics.find(({ code }) => code === 'invalid-syntax');
    if (broken !== undefined) return failed('unparsable-code', `line ${broken.start.row}: ${broken.message}`);
    return analyzed(diagnostics.map(findingOf));
  } catch (thrown) {
    return failed('tool-crashed', `ruff: ${messageOf(thrown).slice(0, 300)}`);
  }
};

/**
 * ruff's security rules (S), in this process as WebAssembly: the rules of bandit on a parser of its own that takes every Python syntax.
 * Rules on imports alone (preview) are off. One file cannot be interrupted; its cost is linear in its length.
 */
export const ruff = (): Analyzer => {
  let loading: Promise<Engine> | undefined;
  const engine = (): Promise<Engine> => {
    loading ??= loadEngine();
    return loading;
  };
  return {
    id: 'ruff',
    summary: "ruff's security rules for Python, in process",
    family: 'bandit-rules',
    languages: ['python'],
    controls: banditControls,
    parserOf: 'python',
    detect: async () => {
      try {
        const { version, rules } = await engine();
        return { state: 'ready', version, ruleSet: `${rules.length} S rules, none on imports alone; table ${digestOf(banditRules)}` };
      } catch (thrown) {
        return { state: 'absent', problem: `ruff's WebAssembly package does not load: ${messageOf(thrown)}`, remedy: 'Run `npm ci`.' };
      }
    },
    analyze: async (files, signal) => {
      const loaded = await engine();
      return files.map((file) => {
        signal?.throwIfAborted();
        return reportOf(loaded, file);
      });
    },
  };
};
