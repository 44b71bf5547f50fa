import { describe, expect, it } from 'vitest';
import { bandit } from '../../src/analyzers/bandit.ts';
import { staticOracle } from '../../src/oracles/static.ts';
import { run } from './tools.ts';

describe('Debian 12’s bandit 1.6.2', () => {
  it('would be caught by the controls alone, if its version were not known', async (context) => {
    const analyzer = bandit(run);
    const detection = await analyzer.detect();
    if (detection.version?.startsWith('1.6.2') !== true)
      context.skip(`bandit 1.6.2 is not here: ${detection.version ?? 'no bandit at all'}`);
    const trusting = { ...analyzer, detect: async () => ({ state: 'ready', version: '1.6.2', ruleSet: 'all' }) as const };
    const [facts] = await staticOracle({ analyzer: trusting }).prepare([]);
    expect(facts).toMatchObject({ state: 'broken', controls: [{ language: 'python', knownBadFound: false, knownGoodClean: true }] });
    expect(facts?.problem).toContain('did not find SQL built in a string (CWE-89)');
    expect(facts?.problem).not.toContain('unpickling');
  });
});
