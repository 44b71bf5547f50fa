import { ruff } from '../../src/analyzers/ruff.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

const unpickled = (comment: string): string => `import pickle\n\n\ndef restore(data):\n    return pickle.loads(data)${comment}\n`;

describeAnalyzer('ruff', {
  create: ruff,
  unparsable: { python: 'def f(:\n    pass\n' },
  silenced: [
    { name: 'noqa on the line', language: 'python', code: unpickled('  # noqa: S301'), ruleId: 'S301' },
    { name: 'noqa in capitals without a code', language: 'python', code: unpickled('  # NOQA'), ruleId: 'S301' },
    { name: 'ruff: noqa for the file', language: 'python', code: `# ruff: noqa\n${unpickled('')}`, ruleId: 'S301' },
    { name: 'flake8: noqa for the file', language: 'python', code: `# flake8: noqa\n${unpickled('')}`, ruleId: 'S301' },
    { name: 'ruff: disable', language: 'python', code: `# ruff: disable[S301]\n${unpickled('')}`, ruleId: 'S301' },
    { name: 'ruff: ignore', language: 'python', code: unpickled('  # ruff: ignore[S301]'), ruleId: 'S301' },
    { name: 'ruff: file-ignore', language: 'python', code: `#ruff:file-ignore[S301]\n${unpickled('')}`, ruleId: 'S301' },
    { name: 'nosec', language: 'python', code: unpickled('  # nosec'), ruleId: 'S301' },
  ],
});
