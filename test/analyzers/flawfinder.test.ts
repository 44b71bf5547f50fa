import { flawfinder } from '../../src/analyzers/flawfinder.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

describeAnalyzer('flawfinder', {
  create: () => flawfinder(run),
  unparsable: { c: 'int f(void) { return 1; }\n/* never closed\n', cpp: '/* never closed\n' },
  silenced: [
    {
      name: 'Flawfinder: ignore',
      language: 'c',
      code: '#include <string.h>\n\nvoid label(char *out, const char *name) {\n  strcpy(out, name); // Flawfinder: ignore\n}\n',
      ruleId: 'strcpy',
    },
  ],
});
