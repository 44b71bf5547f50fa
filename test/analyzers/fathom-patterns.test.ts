import { describe, expect, it } from 'vitest';
import { fathomPatterns } from '../../src/analyzers/fathom-patterns.ts';
import { describeAnalyzer } from '../contracts/analyzer.ts';

const unfinished = 'x = 1; /* never closed\n';

describeAnalyzer('fathom-patterns', {
  create: () => fathomPatterns(),
  unparsable: {
    python: 'x = """never closed\n',
    javascript: unfinished,
    typescript: unfinished,
    java: unfinished,
    go: unfinished,
    c: unfinished,
    cpp: unfinished,
  },
  silenced: [
    {
      name: 'nosec',
      language: 'python',
      code: 'a = np.load(path, allow_pickle=True)  # nosec noqa fathom: ignore\n',
      ruleId: 'array-unpickled',
    },
    {
      name: 'a string that looks like the start of a comment',
      language: 'javascript',
      code: "const a = '/*';\nres.redirect(req.query.next);\n",
      ruleId: 'js-request-redirect',
    },
  ],
});

describe('fathom-patterns', () => {
  it('is broken where no rule is loaded, not clean', async () => {
    expect(await fathomPatterns({ rules: [] }).detect()).toMatchObject({ state: 'broken' });
  });
});
