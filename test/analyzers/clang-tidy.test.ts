import { clangTidy } from '../../src/analyzers/clang-tidy.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

const shell = (comment = ''): string => `#include <stdlib.h>\nint count(const char *command) {\n  return system(command);${comment}\n}\n`;

describeAnalyzer('clang-tidy', {
  create: () => clangTidy(run),
  unparsable: { c: 'int f( { return 1; \n', cpp: 'class { void f( \n' },
  silenced: [
    { name: 'NOLINT', language: 'c', code: shell(' // NOLINT'), ruleId: 'cert-env33-c' },
    { name: 'NOLINT with a check', language: 'cpp', code: shell(' // NOLINT(cert-env33-c)'), ruleId: 'cert-env33-c' },
    { name: 'NOLINTBEGIN', language: 'c', code: `// NOLINTBEGIN\n${shell()}// NOLINTEND\n`, ruleId: 'cert-env33-c' },
    {
      name: '__clang_analyzer__',
      language: 'c',
      code: `#ifndef __clang_analyzer__\n${shell()}#endif\n`,
      ruleId: 'cert-env33-c',
    },
    {
      name: 'pragmas',
      language: 'c',
      code: `#pragma clang system_header\n#pragma clang diagnostic ignored "-Weverything"\n${shell()}`,
      ruleId: 'cert-env33-c',
    },
  ],
});
