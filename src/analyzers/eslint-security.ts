import { createRequire } from 'node:module';
import type { ESLint as Engine, Linter } from 'eslint';
import { type Finding, messageOf } from '../core/index.ts';
import type { Analyzer, FileReport, SourceFile } from './analyzer.ts';
import { eslintSecurityControls } from './controls/javascript-controls.ts';
import { analyzed, failed } from './file-report.ts';
import { eslintSecurityRules } from './rules/eslint-security-rules.ts';
import { digestOf, ratingOf } from './rules/rule-table.ts';

type Loaded = { readonly version: string; readonly rules: number; readonly asModule: Engine; readonly asCommonJs: Engine };

const prefix = 'security/';

const versionOf = (name: string): string => {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown version';
};

const isPlugin = (value: unknown): value is Engine.Plugin =>
  typeof value === 'object' && value !== null && 'rules' in value && typeof value.rules === 'object' && value.rules !== null;

const load = async (): Promise<Loaded> => {
  // Loaded when first needed: together they take a fifth of a second.
  const { ESLint } = await import('eslint');
  // The package has no types: its shape is checked by hand.
  const name = 'eslint-plugin-security';
  const imported: unknown = await import(name);
  const plugin: unknown = typeof imported === 'object' && imported !== null && 'default' in imported ? imported.default : undefined;
  if (!isPlugin(plugin)) throw new Error('eslint-plugin-security has no rules');
  const names = Object.keys(plugin.rules ?? {});
  const engine = (sourceType: 'module' | 'commonjs'): Engine =>
    new ESLint({
      // Neither the user's configuration nor a comment of the candidate has a say.
      overrideConfigFile: true,
      allowInlineConfig: false,
      ignore: false,
      overrideConfig: [
        {
          files: ['**/*'],
          plugins: { security: plugin },
          languageOptions: { ecmaVersion: 'latest', sourceType },
          linterOptions: { reportUnusedDisableDirectives: 'off' },
          rules: Object.fromEntries(names.map((rule) => [`${prefix}${rule}`, 'error' as const])),
        },
      ],
    });
  return {
    version: `${versionOf('eslint-plugin-security')} (eslint ${versionOf('eslint')})`,
    rules: names.length,
    asModule: engine('module'),
    asCommonJs: engine('commonjs'),
  };
};

const findingOf = ({ ruleId, message, line, column, endLine, endColumn }: Linter.LintMessage): Finding => {
  const rule = (ruleId ?? 'unnamed').replace(prefix, '');
  return {
    oracle: 'static:eslint-security',
    ruleId: rule,
    message,
    ...ratingOf(eslintSecurityRules, rule, { cwe: [], severity: 'unrated' }),
    location: { line, column, ...(endLine === undefined ? {} : { endLine }), ...(endColumn === undefined ? {} : { endColumn }) },
  };
};

const lint = async (engine: Engine, code: string): Promise<FileReport> => {
  const [result] = await engine.lintText(code, { filePath: 'sample.js' });
  if (result === undefined) return failed('skipped-by-tool', 'eslint gave no result for the file');
  const fatal = result.messages.find((message) => message.fatal === true);
  if (fatal !== undefined) return failed('unparsable-code', `line ${fatal.line}: ${fatal.message}`);
  return analyzed(result.messages.filter(({ ruleId }) => ruleId !== null).map(findingOf));
};

const reportOf = async ({ asModule, asCommonJs }: Loaded, { code }: SourceFile): Promise<FileReport> => {
  try {
    const report = await lint(asModule, code);
    if (report.status === 'analyzed' || report.reason !== 'unparsable-code') return report;
    // Only scripts may say `with`, or return at the top level; what parses neither way is reported as a module.
    const second = await lint(asCommonJs, code);
    return second.status === 'analyzed' ? second : report;
  } catch (thrown) {
    return failed('tool-crashed', `eslint: ${messageOf(thrown).split('\n')[0]?.slice(0, 300)}`);
  }
};

/** eslint-plugin-security in this process, through ESLint 9's class. All its rules are on, and no configuration but this one. */
export const eslintSecurity = (): Analyzer => {
  let loading: Promise<Loaded> | undefined;
  const loaded = (): Promise<Loaded> => {
    loading ??= load();
    return loading;
  };
  return {
    id: 'eslint-security',
    summary: 'eslint-plugin-security for JavaScript, in process',
    family: 'eslint-security',
    languages: ['javascript'],
    controls: eslintSecurityControls,
    parserOf: 'javascript',
    detect: async () => {
      try {
        const { version, rules } = await loaded();
        return {
          state: 'ready',
          version,
          ruleSet: `${rules} rules, detect-object-injection as a hint; table ${digestOf(eslintSecurityRules)}`,
        };
      } catch (thrown) {
        return {
          state: 'absent',
          problem: `eslint or eslint-plugin-security does not load: ${messageOf(thrown)}`,
          remedy: 'Run `npm ci`.',
        };
      }
    },
    analyze: async (files, signal) => {
      const engines = await loaded();
      const reports: FileReport[] = [];
      for (const file of files) {
        signal?.throwIfAborted();
        reports.push(await reportOf(engines, file));
      }
      return reports;
    },
  };
};
