import type { Calibration, LabelledSample, Verdict, VerdictStatus } from '../core/index.ts';

const statusOf: Readonly<Record<string, VerdictStatus>> = { pass: 'pass', fail: 'fail', unknown: 'unknown' };

/**
 * The verdicts of a labelled sample on the secure axis, as fusion wants them; findings are not kept in a calibration.
 * `heardAll`: muted oracles have a vote too.
 */
export const verdictsOf = (
  sample: LabelledSample,
  oracles: Calibration['oracles'],
  { heardAll = false }: { readonly heardAll?: boolean } = {},
): readonly Verdict[] =>
  oracles.flatMap(({ id, family, grade }): readonly Verdict[] => {
    const kept = sample.verdicts[id];
    if (kept === undefined) return [];
    const muted = kept.startsWith('muted ');
    const status = statusOf[muted ? kept.slice(6) : kept];
    if (status === undefined) return [];
    const voice =
      muted && !heardAll ? ({ counts: false, because: 'had no vote when it was calibrated' } as const) : ({ counts: true } as const);
    const facts = { oracle: id, family, grade, axis: 'secure', voice, collateral: [] } as const;
    if (status === 'pass') return [{ ...facts, status }];
    if (status === 'unknown') return [{ ...facts, status, reason: 'error', detail: 'not kept' }];
    return [{ ...facts, status, findings: [{ oracle: id, ruleId: 'kept', cwe: [], severity: 'unrated', message: 'not kept' }] }];
  });
