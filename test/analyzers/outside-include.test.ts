import { describe, expect, it } from 'vitest';
import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { outsideInclude } from '../../src/analyzers/outside-include.ts';
import { run } from './tools.ts';

describe('outsideInclude', () => {
  it.each([
    '#include "/etc/passwd"\n',
    '#include </etc/passwd>\n',
    '  #  include "../secret.h"\n',
    '#include <sys/../../../etc/passwd>\n',
    '#/* x */include/* y */"/etc/passwd"\n',
    '#inc\\\nlude "/etc/passwd"\n',
    '%:include "/etc/passwd"\n',
    '#define WHERE "/etc/passwd"\n#include WHERE\n',
    '#import "/etc/passwd"\n',
    '#include_next "/dev/zero"\n',
    '#embed "/etc/passwd"\n',
    'char *a = "/*";\n#include "/etc/passwd"\nchar *b = "*/";\n',
    'int x; /* */ #include "/etc/passwd"\n',
  ])('sees %j', (code) => {
    expect(outsideInclude(code)).toBeDefined();
  });

  it.each([
    '#include <stdio.h>\n',
    '#include <sys/types.h>\n#include "local.h"\n',
    '#include <stdio.h> // for printf\n',
    '#ifdef included\n#endif\n',
    'int include = 3;\n',
    '',
  ])('lets %j pass', (code) => {
    expect(outsideInclude(code)).toBeUndefined();
  });

  it('keeps such a file from the tool, and not its neighbours', async (context) => {
    const analyzer = clangAnalyzer(run);
    const detection = await analyzer.detect();
    if (detection.state !== 'ready') context.skip(detection.problem);
    const codes = ['int f(void) { return 1; }\n', '#include "/etc/hostname"\n', 'int g(void) { int *p = 0; return *p; }\n'];
    const reports = await analyzer.analyze(codes.map((code, index) => ({ name: `s${index}`, language: 'c', code })));
    expect(reports).toMatchObject([
      { status: 'analyzed', findings: [] },
      { status: 'failed', reason: 'skipped-by-tool', detail: expect.stringContaining('/etc/hostname') },
      { status: 'analyzed', findings: [{ cwe: ['CWE-476'] }] },
    ]);
  });
});
