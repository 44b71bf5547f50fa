import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analyzer } from './analyzer.ts';
import { sonarjsControls } from './controls/javascript-controls.ts';
import { eslintAnalyzer, packageVersion, pluginIn } from './eslint/engine.ts';
import { sonarjsRules } from './rules/sonarjs-rules.ts';

const packageName = 'eslint-plugin-sonarjs';

/** `folders`: where to look for the package, in this order. */
export type SonarjsOptions = { readonly folders: readonly string[] };

const loadFrom = async (folders: readonly string[]): Promise<{ readonly plugin: unknown; readonly version: string }> => {
  for (const folder of folders) {
    const require = createRequire(join(folder, 'package.json'));
    let path: string;
    try {
      path = require.resolve(packageName);
    } catch {
      continue; // Not there: the next folder may have it.
    }
    const imported: unknown = await import(pathToFileURL(path).href);
    return { plugin: pluginIn(imported), version: packageVersion(require, packageName) };
  }
  throw new Error(`the package is in none of ${folders.join(', ')}`);
};

/**
 * eslint-plugin-sonarjs, where the user installed it. Its licence (SONAR Source-Available) forbids to let artificial intelligence
 * ingest, interpret or train on what it yields, so its findings stay here; and Fathom does not bring it.
 */
export const sonarjs = ({ folders }: SonarjsOptions): Analyzer =>
  eslintAnalyzer({
    id: 'sonarjs',
    summary: 'eslint-plugin-sonarjs for JavaScript and TypeScript, where you installed it',
    packageName,
    table: sonarjsRules,
    controls: sonarjsControls,
    broughtByUser: true,
    onlyWhenNamed: 'its licence is not an open one: whether it may be used for this purpose is for its user to decide',
    findingsStayLocal: 'the licence of eslint-plugin-sonarjs forbids to show what it yields to a model',
    remedy: `Install it if its licence suits you: \`npm install ${packageName}\`.`,
    load: () => loadFrom(folders),
  });
