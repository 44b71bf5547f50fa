import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../../src/report/report.ts';
import { hostileStudy, smallStudy } from '../report/support/small.ts';

/** A run that was interrupted before the first sample. */
const empty = () => {
  const { measured } = smallStudy();
  return {
    measured: {
      ...measured,
      systems: [],
      breakdowns: [],
      health: [],
      agreement: [],
      overallAgreement: [],
      rules: [],
      warnings: [],
      samples: [],
    },
    blobs: {},
  };
};

/** What every report format promises. */
export const describeReportFormat = (name: string, make: () => ReportFormat): void => {
  describe(`${name} as a report format`, () => {
    it('has a kebab-case id, a summary, and a file name of its own without a folder', () => {
      const format = make();
      expect(format.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(format.summary).not.toBe('');
      expect(format.fileName).toMatch(/^[a-z][a-z0-9.-]*$/);
    });

    it('writes the same bytes for the same run', () => {
      expect(make().render(smallStudy())).toBe(make().render(smallStudy()));
    });

    it('leaves its input as it is', () => {
      const input = smallStudy();
      make().render(input);
      expect(input).toEqual(smallStudy());
    });

    it('writes a run without samples', () => {
      expect(make().render(empty())).not.toBe('');
    });

    it('writes a run whose blobs are gone', () => {
      expect(make().render({ measured: smallStudy().measured, blobs: {} })).not.toBe('');
    });

    it('writes a run whose texts are hostile', () => {
      expect(make().render(hostileStudy('</script>\u0000\u001b[2J|`\u2028\ud800'))).not.toBe('');
    });
  });
};
