import { eslintSecurity } from '../../src/analyzers/eslint-security.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

const evaluated = (comment: string): string => `export const price = (formula) => eval(formula);${comment}\n`;

describeAnalyzer('eslint-security', {
  create: eslintSecurity,
  unparsable: { javascript: 'function (\n', typescript: 'let x: = ;\n' },
  silenced: [
    {
      name: 'eslint-disable',
      language: 'javascript',
      code: `/* eslint-disable */\n${evaluated('')}`,
      ruleId: 'detect-eval-with-expression',
    },
    {
      name: 'eslint-disable-line',
      language: 'javascript',
      code: evaluated(' // eslint-disable-line'),
      ruleId: 'detect-eval-with-expression',
    },
    {
      name: 'a rule switched off in a comment',
      language: 'javascript',
      code: `/* eslint security/detect-eval-with-expression: "off" */\n${evaluated('')}`,
      ruleId: 'detect-eval-with-expression',
    },
  ],
});
