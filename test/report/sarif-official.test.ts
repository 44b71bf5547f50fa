import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../src/report/sarif.ts';
import { hostileStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

/** The SARIF committee's own validator, with the official 2.1.0 schema inside; `npm test` installs it from test/tools. */
const validator = fileURLToPath(new URL('../tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool', import.meta.url));
const present = existsSync(validator);
const why = present ? '' : ' (skipped: not installed; `npm ci --ignore-scripts --prefix test/tools` on Linux)';

/** The lines in which the validator found an error; rule ids JSON… are violations of the schema, SARIF1… of the specification. */
const errorsIn = (log: string): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-sarif-'));
  try {
    const path = join(folder, 'report.sarif');
    writeFileSync(path, log);
    chmodSync(validator, 0o755);
    const { stdout, stderr, error } = spawnSync(validator, ['validate', path], {
      cwd: dirname(validator),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: '/usr/bin:/bin', DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', HOME: folder },
    });
    if (error !== undefined) throw error;
    const text = `${stdout}\n${stderr}`;
    if (!text.includes('files scanned')) throw new Error(`the validator did not run: ${text.slice(0, 500)}`);
    return text.split('\n').filter((line) => /: error (JSON|SARIF)\d+/.test(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe.skipIf(!present)(`SARIF under the official validator${why}`, () => {
  const rendered = sarif().render(study({ systems: threeSystems, samplesPerTask: 2 }));

  it('has no error', () => {
    expect(errorsIn(rendered)).toEqual([]);
  });

  it('has no error where names are hostile', () => {
    expect(errorsIn(sarif().render(hostileStudy('</script>/../#?%\ud800\u0000')))).toEqual([]);
  });

  it('is refused where it breaks the schema', () => {
    const log = JSON.parse(rendered);
    log.runs[0].tool = {};
    expect(errorsIn(JSON.stringify(log)).length).toBeGreaterThan(0);
  });
});
