import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

describeAnalyzer('clang-analyzer', {
  create: () => clangAnalyzer(run),
  unparsable: { c: 'int f( { return 1; \n', cpp: 'class { void f( \n' },
  silenced: [
    {
      name: '__clang_analyzer__',
      language: 'c',
      code: 'int first(int wanted) {\n#ifndef __clang_analyzer__\n  int *p = 0;\n  if (wanted > 3) return *p;\n#endif\n  return 0;\n}\n',
      ruleId: 'core.NullDereference',
    },
    {
      name: 'a pragma of diagnostics',
      language: 'c',
      code: '#pragma GCC diagnostic ignored "-Weverything"\n#pragma clang system_header\nint first(int wanted) {\n  int *p = 0;\n  if (wanted > 3) return *p;\n  return 0;\n}\n',
      ruleId: 'core.NullDereference',
    },
  ],
});
