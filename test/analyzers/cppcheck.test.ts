import { cppcheck } from '../../src/analyzers/cppcheck.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

describeAnalyzer('cppcheck', {
  create: () => cppcheck(run),
  unparsable: { c: 'int f( { return 1; \n', cpp: 'class { void f( \n' },
  silenced: [
    {
      name: 'cppcheck-suppress',
      language: 'c',
      code: 'int first(int wanted) {\n  int *p = 0;\n  // cppcheck-suppress nullPointer\n  if (wanted > 3) return *p;\n  return 0;\n}\n',
      ruleId: 'nullPointer',
    },
  ],
});
