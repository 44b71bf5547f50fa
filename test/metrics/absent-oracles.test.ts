import { describe, expect, it } from 'vitest';
import { measured, oracleFacts } from './build.ts';

const absentOf = (...names: readonly string[]) =>
  measured([], { oracles: names.map((name) => oracleFacts(name, { state: 'absent', problem: `${name} is not on PATH` })) }).warnings.filter(
    ({ code }) => code === 'oracle-absent',
  );

describe('absent oracles', () => {
  it('are warned of with the reason, where there is one', () => {
    expect(absentOf('bandit')).toEqual([{ code: 'oracle-absent', message: expect.stringContaining('bandit is not on PATH') }]);
  });

  it('are one line, where there are many', () => {
    expect(absentOf('bandit', 'codeql', 'gosec')).toEqual([
      { code: 'oracle-absent', message: expect.stringMatching(/^3 oracles are absent .*bandit.*codeql.*gosec/) },
    ]);
  });

  it('are not spoken of where there is none', () => {
    expect(absentOf()).toEqual([]);
  });
});
