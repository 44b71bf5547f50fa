/** Who may import whom: docs/architecture.md. Each rule says why. */
const pure = '^src/(core|extraction|decoding|fusion|metrics|prompts|report|signatures|variants)/';
const families = 'datasets|perturbations|models|methods|sandboxes|drivers|analyzers|judges|oracles';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one thing, or that a type lives in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-imports-nothing',
      comment: 'The data types of the domain must stay readable alone.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'pure-folders-stay-pure',
      comment: 'They replay from a stored record, in any runtime: no package, no clock, no file. Time and seeds are passed in.',
      severity: 'error',
      from: { path: pure },
      to: { pathNot: pure },
    },
    {
      name: 'taint-keeps-to-itself',
      comment: 'The engine will run inside a decoder: it knows core and, in one file, the parser; no pipeline, no adaptor, no clock.',
      severity: 'error',
      from: { path: '^src/taint/', pathNot: '^src/taint/trees\\.ts$' },
      to: { pathNot: '^src/(taint|core)/' },
    },
    {
      name: 'adaptors-keep-to-their-family',
      comment: 'An adaptor imports core, extraction, decoding, its own family and interface files; what else it needs, it is handed.',
      severity: 'error',
      from: { path: `^src/(${families})/` },
      to: {
        path: `^src/(${families}|pipeline|cli)/`,
        pathNot: [
          '^src/$1/',
          '^src/(datasets/(dataset|testing)|perturbations/perturbation|models/model|methods/method|sandboxes/sandbox|drivers/driver|analyzers/analyzer|judges/judge|oracles/oracle)\\.ts$',
        ],
      },
    },
    {
      name: 'adaptors-do-not-measure',
      comment: 'Fusion, metrics and reports come after the oracles.',
      severity: 'error',
      from: { path: `^src/(${families})/` },
      to: { path: '^src/(fusion|metrics|report)/' },
    },
    {
      name: 'pipeline-sees-interfaces-only',
      comment: 'Order, concurrency and resume must work with any adaptor.',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: {
        path: `^src/(${families}|cli)/|^src/compose\\.ts$`,
        pathNot:
          '^src/(datasets/(dataset|testing)|perturbations/perturbation|models/model|methods/method|sandboxes/sandbox|drivers/driver|analyzers/analyzer|judges/judge|oracles/oracle)\\.ts$',
      },
    },
    {
      name: 'only-compose-names-adaptors',
      comment: 'One composition root: a new adaptor is one line there.',
      severity: 'error',
      from: { path: '^src/(cli|index)' },
      to: {
        path: `^src/(${families})/`,
        pathNot:
          '^src/(datasets/(dataset|testing)|perturbations/perturbation|models/model|methods/method|sandboxes/sandbox|drivers/driver|analyzers/analyzer|judges/judge|oracles/oracle)\\.ts$',
      },
    },
    {
      name: 'nobody-imports-the-command-line',
      comment: 'The command line is a shell around the library.',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/(index|datasets/testing)\\.ts$|\\.json$|\\.d\\.ts$|/inside/' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
