import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Analyzer } from '../analyzers/analyzer.ts';
import { bandit } from '../analyzers/bandit.ts';
import { clangAnalyzer } from '../analyzers/clang-analyzer.ts';
import { clangTidy } from '../analyzers/clang-tidy.ts';
import { cppcheck } from '../analyzers/cppcheck.ts';
import { findbugs } from '../analyzers/findbugs.ts';
import { flawfinder } from '../analyzers/flawfinder.ts';
import { gccAnalyzer } from '../analyzers/gcc-analyzer.ts';
import { goVet } from '../analyzers/go-vet.ts';
import { nodeProcess } from '../analyzers/node-process.ts';
import { type Isolation, type Language, UserError } from '../core/index.ts';
import { type LoadTests, testLoader } from '../datasets/task-folder/load-tests.ts';
import { c } from '../drivers/c/c.ts';
import { cTampering } from '../drivers/c/tampering.ts';
import { candidatePackages } from '../drivers/candidate-packages.ts';
import { cpp } from '../drivers/cpp/cpp.ts';
import { cppTampering } from '../drivers/cpp/tampering.ts';
import type { Driver } from '../drivers/driver.ts';
import { go, goToolFolder } from '../drivers/go/go.ts';
import { java, javaToolFolder } from '../drivers/java/java.ts';
import { javascript } from '../drivers/javascript/javascript.ts';
import { python } from '../drivers/python/python.ts';
import { typescript } from '../drivers/typescript/typescript.ts';
import { sanitizerCwe } from '../extraction/sanitizer-report.ts';
import { dynamicOracle } from '../oracles/dynamic.ts';
import type { Oracle } from '../oracles/oracle.ts';
import { staticOracle } from '../oracles/static.ts';
import type { BlobStore } from '../pipeline/store/blobs.ts';
import { bubblewrap } from '../sandboxes/bubblewrap.ts';
import type { Sandbox } from '../sandboxes/sandbox.ts';
import type { Configuration } from '../schemas/configuration.ts';
import { named } from '../schemas/named.ts';
import { compileJavaIn } from './compile-java.ts';
import { moduleRoot, ownTool, packageRoot } from './installation.ts';
import { type JudgePorts, judgesBeside } from './judges.ts';
import { allOf, namingIn, type OwnToolSettings, ownToolsOf, refuseTwins } from './own-tools.ts';

export const drivers: readonly Driver[] = [python(), javascript(), c(), typescript(), go(), cpp(), java()];

/** Every analyzer that Fathom has an adaptor for, whether its tool is here or not, and those that the configuration describes. */
export const analyzersHere = async (
  settings: OwnToolSettings = {},
  sandbox: () => Sandbox | undefined = () => undefined,
  languages?: readonly Language[],
): Promise<readonly Analyzer[]> => {
  const run = nodeProcess({ path: process.env.PATH ?? '/usr/bin:/bin' });
  const own = nodeProcess({ path: process.env.PATH ?? '/usr/bin:/bin', home: process.env.HOME ?? '/nonexistent' });
  const brought = ownToolsOf(settings, {
    run: own,
    environment: process.env,
    cwd: process.cwd(),
    compileJava: compileJavaIn(sandbox),
    languages,
  });
  const [{ ruff }, { eslintSecurity }, { astGrep }, { fathomPatterns }, { recheck }, { noUnsanitized }, { sonarjs }, { fathomTaint }] =
    await Promise.all([
      import('../analyzers/ruff.ts'),
      import('../analyzers/eslint-security.ts'),
      import('../analyzers/ast-grep.ts'),
      import('../analyzers/fathom-patterns.ts'),
      import('../analyzers/recheck.ts'),
      import('../analyzers/no-unsanitized.ts'),
      import('../analyzers/sonarjs.ts'),
      import('../analyzers/taint.ts'),
    ]);
  return [
    ruff(),
    bandit(run, { command: ownTool('bandit') }),
    eslintSecurity(),
    cppcheck(run),
    flawfinder(run),
    clangAnalyzer(run),
    clangTidy(run),
    gccAnalyzer(run),
    goVet(run),
    findbugs(run, compileJavaIn(sandbox)),
    astGrep(),
    fathomPatterns(),
    recheck(),
    noUnsanitized(),
    sonarjs({ folders: [packageRoot, process.cwd()] }),
    fathomTaint(),
    ...brought,
  ];
};

export type SandboxOptions = {
  readonly slots?: number;
  readonly image?: string;
  readonly confirmedUnconfined?: boolean;
  /** Of the candidates: what some of them need is made ready once. */
  readonly languages?: readonly Language[];
};

/** Compiled once for all boxes: what candidates of these languages would else compile each time. */
const toolsFor = (languages: readonly Language[]) => [
  ...(languages.includes('go') ? [goToolFolder(process.env)] : []),
  ...(languages.includes('java') ? [javaToolFolder()] : []),
];

/** A session waits for answers of its box about as long as it computes: two boxes keep a processor busy (bench/sandbox-throughput.mjs). */
const defaultSlots = (): number => 2 * availableParallelism();

/** A sandbox by name. Nothing weaker is ever chosen instead. */
export const sandboxNamed = async (name: string, options: SandboxOptions): Promise<Sandbox> => {
  const root = moduleRoot('express');
  const common = {
    nodePath: process.execPath,
    slots: options.slots ?? defaultSlots(),
    ...(root === undefined ? {} : { npm: { root, packages: candidatePackages } }),
  };
  if (name === 'bubblewrap') return bubblewrap({ ...common, tools: toolsFor(options.languages ?? []) });
  if (name === 'none') {
    if (options.confirmedUnconfined !== true)
      throw new UserError(
        'unconfined',
        '`--sandbox none` runs code that a model wrote with your rights on this machine. If that is what you want, add --i-understand-that-generated-code-runs-unconfined.',
      );
    return (await import('../sandboxes/none.ts')).none(common);
  }
  if (name === 'podman' || name === 'docker') {
    if (options.image === undefined)
      throw new UserError('image-missing', `\`--sandbox ${name}\` needs --container-image (docs/adding/sandbox.md says how to build one).`);
    return (await import('../sandboxes/container.ts')).container({ ...common, engine: name, image: options.image });
  }
  throw new UserError('unknown-sandbox', `There is no sandbox ${JSON.stringify(name)}. There are: bubblewrap, podman, docker, none.`);
};

const chosenAnalyzers = async (
  configuration: Configuration,
  spoken: readonly Language[],
  sandbox: () => Sandbox | undefined,
): Promise<readonly Analyzer[]> => {
  const names = configuration.analyzers;
  if (names.includes('none')) return [];
  const all = refuseTwins(await analyzersHere(configuration, sandbox, spoken));
  if (names.includes('all'))
    return allOf(
      all.filter(({ languages }) => languages.some((language) => spoken.includes(language))),
      namingIn(configuration),
    );
  return names.map((name) => named('analyzer', all, name));
};

export type OracleSet = {
  readonly oracles: readonly Oracle[];
  readonly isolation: Isolation | undefined;
  /** The oracle whose `unparsable-code` is the language's own parser speaking. C has its compiler, in the sandbox. */
  readonly parserOf: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export type OraclePorts = {
  /** Of the tasks: an analyzer of another language has nothing to say. */
  readonly languages: readonly Language[];
  /** Whether any task has tests to execute; without, no sandbox is needed. */
  readonly executable: boolean;
  readonly blobs: BlobStore;
  readonly extra: readonly Oracle[];
  readonly confirmedUnconfined: boolean;
  /** Needed where the configuration names judges. */
  readonly judging?: JudgePorts;
};

/** The tests and exploits of the tasks in a working sandbox. Throws a UserError where the sandbox does not work here. */
export const executingOracle = async (
  configuration: Configuration,
  ports: Pick<OraclePorts, 'blobs' | 'confirmedUnconfined' | 'languages'> & { readonly loadTests?: LoadTests },
): Promise<{ readonly oracle: Oracle; readonly sandbox: Sandbox; readonly isolation: Isolation }> => {
  const slots = configuration.slots ?? defaultSlots();
  const image = configuration['container-image'];
  const sandbox = await sandboxNamed(configuration.sandbox, {
    slots,
    languages: ports.languages,
    confirmedUnconfined: ports.confirmedUnconfined,
    ...(image === undefined ? {} : { image }),
  });
  const probe = await sandbox.probe();
  if (!probe.available) {
    await sandbox.close();
    throw new UserError(
      'sandbox-missing',
      `The sandbox ${configuration.sandbox} does not work here: ${probe.reason} ${probe.remedy} Without it, generated code is not run: --execute false leaves the static oracles only.`,
    );
  }
  const load = ports.loadTests ?? testLoader();
  const oracle = dynamicOracle({
    sandbox,
    drivers,
    loadTests: async (task) => (task.testsPath === undefined ? undefined : load(task)),
    seed: createHash('sha256').update(`fathom hidden inputs ${configuration.seed}`).digest('hex'),
    saveBlob: ports.blobs.save,
    concurrency: slots * 2,
    version: `${probe.version}; ${probe.isolation.level}`,
    sanitizerCwe: (report) => sanitizerCwe(report.error)[0],
    tampering: ({ language, code }) => (language === 'c' ? cTampering(code) : language === 'cpp' ? cppTampering(code) : undefined),
  });
  return { oracle, sandbox, isolation: probe.isolation };
};

/** Every oracle of a run. Finds out now whether the sandbox works; analyzers are looked for when they are prepared. */
export const oraclesOf = async (configuration: Configuration, ports: OraclePorts): Promise<OracleSet> => {
  let boxes: Sandbox | undefined;
  const analyzers = (await chosenAnalyzers(configuration, ports.languages, () => boxes)).filter((analyzer) =>
    analyzer.languages.some((language) => ports.languages.includes(language)),
  );
  const executing = configuration.execute && ports.executable ? await executingOracle(configuration, ports) : undefined;
  boxes = executing?.sandbox;
  const oracles = [
    ...(executing === undefined ? [] : [executing.oracle]),
    ...analyzers.map((analyzer) => staticOracle({ analyzer })),
    ...(await judgesBeside(configuration, ports, executing?.sandbox, drivers)),
    ...ports.extra,
  ];
  return {
    oracles,
    isolation: executing?.isolation,
    parserOf: Object.fromEntries(analyzers.flatMap(({ id, parserOf }) => (parserOf === undefined ? [] : [[parserOf, `static:${id}`]]))),
    close: async () => {
      await Promise.all(oracles.map((oracle) => oracle.close()));
      await executing?.sandbox.close();
    },
  };
};
