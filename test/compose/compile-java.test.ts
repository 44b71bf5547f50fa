import { afterAll, describe, expect, it } from 'vitest';
import { compileJavaIn } from '../../src/compose/compile-java.ts';
import { sandboxNamed } from '../../src/compose/oracles.ts';

const sandbox = await sandboxNamed('bubblewrap', { slots: 2, languages: ['java'] });
const probe = await sandbox.probe();
afterAll(() => sandbox.close());

const compile = (...codes: readonly string[]) =>
  compileJavaIn(() => sandbox)(codes.map((code, index) => ({ name: `s${index}`, language: 'java', code })));

describe.skipIf(!probe.available)('compiling Java in the sandbox', () => {
  it('yields the classes of each file, whatever they are called, and says what does not compile', async () => {
    const answers = await compile(
      'package shop;\n\npublic final class Till {\n  static class Drawer {}\n}\n',
      'class Odd {\n  int half( {\n}\n',
      'record Pair(int a, int b) {}\n',
      'import javax.servlet.http.HttpServlet;\n\nclass Page extends HttpServlet {}\n',
    );
    const [till, odd, pair, page] = answers;
    expect(till).toMatchObject({ ok: true });
    expect(till?.ok === true ? Object.keys(till.classes).sort() : []).toEqual(['shop/Till$Drawer.class', 'shop/Till.class']);
    expect(till?.ok === true ? Array.from(till.classes['shop/Till.class']?.subarray(0, 4) ?? []) : []).toEqual([0xca, 0xfe, 0xba, 0xbe]);
    expect(odd).toMatchObject({ ok: false, reason: 'unparsable-code', detail: expect.stringContaining('Candidate.java:2') });
    expect(pair).toMatchObject({ ok: true });
    expect(page).toMatchObject({ ok: false, reason: 'missing-dependency' });
  });

  it('says so where there is no sandbox', async () => {
    expect(await compileJavaIn(() => undefined)([{ name: 's', language: 'java', code: '' }])).toMatchObject([
      { ok: false, reason: 'sandbox' },
    ]);
  });
});
