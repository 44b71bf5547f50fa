import { noUnsanitized } from '../../src/analyzers/no-unsanitized.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

describeAnalyzer('no-unsanitized', {
  create: noUnsanitized,
  unparsable: { javascript: 'function (\n', typescript: 'let x: = ;\n' },
  silenced: [
    { name: 'eslint-disable', language: 'javascript', code: '/* eslint-disable */\nbox.innerHTML = name;\n', ruleId: 'property' },
    {
      name: 'eslint-disable-line',
      language: 'typescript',
      code: 'box.innerHTML = name as string; // eslint-disable-line\n',
      ruleId: 'property',
    },
    {
      name: 'a rule switched off in a comment',
      language: 'javascript',
      code: '/* eslint own/property: "off" */\nbox.innerHTML = name;\n',
      ruleId: 'property',
    },
  ],
});
