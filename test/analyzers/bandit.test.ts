import { bandit } from '../../src/analyzers/bandit.ts';
import { ownTool } from '../../src/compose/installation.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';
import { run } from './tools.ts';

describeAnalyzer('bandit', {
  create: () => bandit(run, { command: ownTool('bandit') }),
  unparsable: { python: 'def f(:\n    pass\n' },
  silenced: [
    {
      name: 'nosec',
      language: 'python',
      code: 'import pickle\n\n\ndef restore(data):\n    return pickle.loads(data)  # nosec\n',
      ruleId: 'B301',
    },
  ],
});
