import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Analyzer } from '../analyzers/analyzer.ts';
import { bearer } from '../analyzers/bearer.ts';
import { codeql } from '../analyzers/codeql.ts';
import type { CompileJava } from '../analyzers/compile-java.ts';
import { gosec } from '../analyzers/gosec.ts';
import { fetchClient, type HttpClient } from '../analyzers/http-client.ts';
import { infer } from '../analyzers/infer.ts';
import { pysa } from '../analyzers/pysa.ts';
import type { RunProcess } from '../analyzers/run-process.ts';
import { sarifTool } from '../analyzers/sarif-tool.ts';
import { opengrep, semgrep } from '../analyzers/semgrep.ts';
import { snykCode } from '../analyzers/snyk-code.ts';
import { sonarqube } from '../analyzers/sonarqube.ts';
import { spotbugs } from '../analyzers/spotbugs.ts';
import { type CweId, isNonEmpty, type Language, parseCwe, UserError } from '../core/index.ts';
import type { Configuration } from '../schemas/configuration.ts';
import type { SarifToolConfiguration } from '../schemas/own-tools.ts';

/** What a configuration says of tools that the user brings. */
export type OwnToolSettings = Partial<Pick<Configuration, 'own-tools' | 'sarif-tools'>>;

export type OwnToolPorts = {
  readonly run: RunProcess;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's folder: relative paths of a configuration begin there. */
  readonly cwd: string;
  readonly compileJava?: CompileJava;
  /** Of the study: controls of other languages could take minutes and say nothing. Default: all. */
  readonly languages?: readonly Language[] | undefined;
  /** Default: the runtime's own client. */
  readonly http?: HttpClient;
};

/** A tool is run in the folder of the files: what the user wrote relative to his own folder must not mean another place there. */
const anchored =
  (cwd: string) =>
  (word: string): string =>
    word.replace(/^(--?[\w-]+=)?(\.{1,2}\/.*)$/, (_, flag: string | undefined, path: string) => `${flag ?? ''}${resolve(cwd, path)}`);

const anySarif = (run: RunProcess, tool: SarifToolConfiguration, anchor: (word: string) => string): readonly Analyzer[] => {
  const { id, languages, version, ...rest } = tool;
  const command = tool.command.map(anchor);
  const asked = version?.map(anchor) ?? [];
  if (!isNonEmpty(command) || !isNonEmpty(languages)) return [];
  return [sarifTool(run, { ...rest, id, command, languages, version: isNonEmpty(asked) ? asked : undefined })];
};

/** The analyzer with the languages and controls that are asked for; as it is where none of them is. */
const speaking = (analyzer: Analyzer, wanted: readonly Language[] | undefined): Analyzer => {
  if (wanted === undefined) return analyzer;
  const languages = analyzer.languages.filter((language) => wanted.includes(language));
  const controls = analyzer.controls.filter(({ language }) => wanted.includes(language));
  return isNonEmpty(languages) && isNonEmpty(controls) ? { ...analyzer, languages, controls } : analyzer;
};

/** Adaptors of the tools that Fathom does not install, whether they are here or not, and of those that the configuration describes. */
export const ownToolsOf = (settings: OwnToolSettings, ports: OwnToolPorts): readonly Analyzer[] => {
  const { run, environment, compileJava, http = fetchClient, cwd } = ports;
  const {
    bearer: bearerTool,
    codeql: ql,
    pysa: py,
    semgrep: sem,
    opengrep: open,
    spotbugs: bugs,
    sonarqube: sonar,
    ...own
  } = settings['own-tools'] ?? {};
  const anchor = anchored(cwd);
  const all = (words: readonly string[] | undefined): readonly string[] | undefined => words?.map(anchor);
  const tokenName = sonar?.['token-env'] ?? 'SONAR_TOKEN';
  const codes = Object.entries(py?.codes ?? {}).flatMap(([code, text]): readonly (readonly [string, CweId])[] => {
    const id = parseCwe(text);
    return id === undefined ? [] : [[code, id]];
  });
  const tools: readonly Analyzer[] = [
    codeql(run, { ...ql, cwe: ql?.cwe?.flatMap((id) => parseCwe(id) ?? []), queries: all(ql?.queries) }),
    semgrep(run, { ...sem, rules: all(sem?.rules) }),
    opengrep(run, { ...open, rules: all(open?.rules) }),
    gosec(run, own.gosec),
    bearer(run, { ...bearerTool, rules: bearerTool?.rules === undefined ? undefined : anchor(bearerTool.rules) }),
    spotbugs(run, compileJava, { ...bugs, plugins: all(bugs?.plugins) }),
    snykCode(run, { ...own['snyk-code'], token: environment.SNYK_TOKEN }),
    sonarqube(run, { http, pause: async (ms) => wait(ms), token: environment[tokenName], tokenName }, sonar),
    infer(run, own.infer),
    pysa(run, { ...py, models: all(py?.models), stubs: all(py?.stubs), codes: Object.fromEntries(codes) }),
    ...(settings['sarif-tools'] ?? []).flatMap((tool) => anySarif(run, tool, anchor)),
  ];
  return tools.map((tool) => speaking(tool, ports.languages));
};

type Naming = {
  /** Under `analyzers` beside `all`, or under `require`. */
  readonly named: ReadonlySet<string>;
  /** Tools of which the configuration says how they are started. */
  readonly configured: ReadonlySet<string>;
};

export const namingIn = (configuration: Pick<Configuration, 'analyzers' | 'require'> & OwnToolSettings): Naming => ({
  named: new Set([...configuration.analyzers, ...configuration.require.map((name) => name.replace(/^static:/, ''))]),
  configured: new Set([...Object.keys(configuration['own-tools'] ?? {}), ...(configuration['sarif-tools'] ?? []).map(({ id }) => id)]),
});

/**
 * What `all` means: every analyzer that Fathom installs, and of those that a user brings the ones that are found here, without those that run only
 * where they are named. One that the configuration speaks of is never left out because it is absent: its absence must be told.
 */
export const allOf = async (analyzers: readonly Analyzer[], { named, configured }: Naming): Promise<readonly Analyzer[]> => {
  const wanted = await Promise.all(
    analyzers.map(async (analyzer) => {
      if (named.has(analyzer.id)) return true;
      if (analyzer.onlyWhenNamed !== undefined) return false;
      return analyzer.broughtByUser !== true || configured.has(analyzer.id) || (await analyzer.detect()).state !== 'absent';
    }),
  );
  return analyzers.filter((_, index) => wanted[index] === true);
};

/** Refuses a configured tool that bears the name of another analyzer: nobody could tell their findings apart. */
export const refuseTwins = (analyzers: readonly Analyzer[]): readonly Analyzer[] => {
  const ids = analyzers.map(({ id }) => id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin === undefined) return analyzers;
  throw new UserError(
    'analyzer-twice',
    `sarif-tools has an entry ${JSON.stringify(twin)}, and there is an analyzer of that name. Give the entry another id.`,
  );
};
