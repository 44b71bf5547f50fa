import { createRequire } from 'node:module';
import type { ESLint as Engine, Linter } from 'eslint';
import { type Finding, messageOf } from '../../core/index.ts';
import type { Analyzer, FileReport, SourceFile } from '../analyzer.ts';
import { analyzed, failed } from '../file-report.ts';
import { digestOf, type RuleTable, ratingOf } from '../rules/rule-table.ts';
import { type Place, type Stripped, toJavaScript } from './to-javascript.ts';

/** A plugin of ESLint, and what Fathom makes of it. */
export type EslintSetup = Pick<
  Analyzer,
  'id' | 'summary' | 'controls' | 'parserOf' | 'onlyWhenNamed' | 'broughtByUser' | 'findingsStayLocal'
> & {
  /** The name of its package. */
  readonly packageName: string;
  /** Of its rules, those that are switched on; the plugin's other rules stay off. */
  readonly table: RuleTable;
  /** What else the rule set is, for people. */
  readonly note?: string;
  readonly remedy: string;
  /** Yields the package, and its version. Default: from Fathom's own installation. */
  readonly load?: () => Promise<{ readonly plugin: unknown; readonly version: string }>;
};

type Loaded = { readonly version: string; readonly rules: readonly string[]; readonly asModule: Engine; readonly asCommonJs: Engine };

const prefix = 'own/';

export const packageVersion = (require: NodeJS.Require, name: string): string => {
  const manifest: unknown = require(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown version';
};

/** The plugin in what an import yields: most packages are its default export. */
export const pluginIn = (imported: unknown): unknown =>
  typeof imported === 'object' && imported !== null && 'default' in imported ? imported.default : imported;

const isPlugin = (value: unknown): value is Engine.Plugin =>
  typeof value === 'object' && value !== null && 'rules' in value && typeof value.rules === 'object' && value.rules !== null;

const loadOwn = async (name: string): Promise<{ readonly plugin: unknown; readonly version: string }> => {
  const imported: unknown = await import(name);
  return { plugin: pluginIn(imported), version: packageVersion(createRequire(import.meta.url), name) };
};

const load = async ({ packageName, table, load: loadPackage = () => loadOwn(packageName) }: EslintSetup): Promise<Loaded> => {
  // Loaded when first needed: together they take a fifth of a second.
  const { ESLint } = await import('eslint');
  const { plugin, version } = await loadPackage();
  if (!isPlugin(plugin)) throw new Error(`${packageName} has no rules`);
  const rules = Object.keys(table).filter((rule) => Object.hasOwn(plugin.rules ?? {}, rule));
  const engine = (sourceType: 'module' | 'commonjs'): Engine =>
    new ESLint({
      // Neither the user's configuration nor a comment of the candidate has a say.
      overrideConfigFile: true,
      allowInlineConfig: false,
      ignore: false,
      overrideConfig: [
        {
          files: ['**/*'],
          plugins: { own: plugin },
          languageOptions: { ecmaVersion: 'latest', sourceType },
          linterOptions: { reportUnusedDisableDirectives: 'off' },
          rules: Object.fromEntries(rules.map((rule) => [`${prefix}${rule}`, 'error' as const])),
        },
      ],
    });
  return {
    version: `${version} (eslint ${packageVersion(createRequire(import.meta.url), 'eslint')})`,
    rules,
    asModule: engine('module'),
    asCommonJs: engine('commonjs'),
  };
};

type PlaceOf = (place: Place) => Place | undefined;

const findingOf = ({ id, table }: EslintSetup, message: Linter.LintMessage, placeOf?: PlaceOf): Finding => {
  const rule = (message.ruleId ?? 'unnamed').replace(prefix, '');
  const { line, column, endLine, endColumn } = message;
  const start = placeOf === undefined ? { line, column } : placeOf({ line, column });
  const end =
    placeOf === undefined ? { ...(endLine === undefined ? {} : { endLine }), ...(endColumn === undefined ? {} : { endColumn }) } : {};
  return {
    oracle: `static:${id}`,
    ruleId: rule,
    message: message.message,
    ...ratingOf(table, rule, { cwe: [], severity: 'unrated' }),
    ...(start === undefined ? {} : { location: { ...start, ...end } }),
  };
};

const lint = async (setup: EslintSetup, engine: Engine, code: string, placeOf?: PlaceOf): Promise<FileReport> => {
  const [result] = await engine.lintText(code, { filePath: 'sample.js' });
  if (result === undefined) return failed('skipped-by-tool', 'eslint gave no result for the file');
  const fatal = result.messages.find((message) => message.fatal === true);
  if (fatal !== undefined) return failed('unparsable-code', `line ${fatal.line}: ${fatal.message}`);
  return analyzed(result.messages.filter(({ ruleId }) => ruleId !== null).map((message) => findingOf(setup, message, placeOf)));
};

const reportOf = async (setup: EslintSetup, { asModule, asCommonJs }: Loaded, { language, code }: SourceFile): Promise<FileReport> => {
  try {
    const stripped: Stripped | undefined = language === 'typescript' ? toJavaScript(code) : undefined;
    if (stripped !== undefined && 'syntaxError' in stripped) return failed('unparsable-code', stripped.syntaxError);
    const text = stripped === undefined ? code : stripped.code;
    const report = await lint(setup, asModule, text, stripped?.placeOf);
    if (report.status === 'analyzed' || report.reason !== 'unparsable-code') return report;
    // Only scripts may say `with`, or return at the top level; what parses neither way is reported as a module.
    const second = await lint(setup, asCommonJs, text, stripped?.placeOf);
    return second.status === 'analyzed' ? second : report;
  } catch (thrown) {
    return failed('tool-crashed', `eslint: ${messageOf(thrown).split('\n')[0]?.slice(0, 300)}`);
  }
};

/**
 * A plugin of ESLint in this process, through ESLint 9's class; no configuration but this one. All plugins share the family `eslint`: one
 * parser, one walk, and rules that look at the same nodes. TypeScript is linted without its types, with places in the original.
 */
export const eslintAnalyzer = (setup: EslintSetup): Analyzer => {
  const { packageName, table, note, remedy, load: _, ...facts } = setup;
  let loading: Promise<Loaded> | undefined;
  const loaded = (): Promise<Loaded> => {
    loading ??= load(setup);
    return loading;
  };
  return {
    ...facts,
    family: 'eslint',
    languages: ['javascript', 'typescript'],
    detect: async () => {
      try {
        const { version, rules } = await loaded();
        if (rules.length === 0)
          return { state: 'broken', version, problem: `${packageName} has none of the rules that Fathom knows.`, remedy };
        return {
          state: 'ready',
          version,
          ruleSet: `${rules.length} rules${note === undefined ? '' : `, ${note}`}; table ${digestOf(table)}`,
        };
      } catch (thrown) {
        return { state: 'absent', problem: `eslint or ${packageName} does not load: ${messageOf(thrown).split('\n')[0]}`, remedy };
      }
    },
    analyze: async (files, signal) => {
      const engines = await loaded();
      const reports: FileReport[] = [];
      for (const file of files) {
        signal?.throwIfAborted();
        reports.push(await reportOf(setup, engines, file));
      }
      return reports;
    },
  };
};
